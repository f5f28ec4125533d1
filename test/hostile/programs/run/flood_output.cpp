// Prints for ever.
void attack() {
  for (;;) {
    if (write(1, "abcdefgh", 8) < 0) return;
  }
}
