// Asks for a gigabyte and uses it without looking.
void attack() {
  fill(malloc(1 << 30), 1 << 30);
}
