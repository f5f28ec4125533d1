// Asks for a gigabyte and uses it without looking.
void attack() {
  memset(malloc(1 << 30), 1, 1 << 30);
}
