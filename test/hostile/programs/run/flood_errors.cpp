// Prints errors for ever.
void attack() {
  for (;;) {
    if (write(2, "abcdefgh", 8) < 0) return;
  }
}
