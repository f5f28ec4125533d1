// Prints NUL bytes.
void attack() {
  static char zeroes[5000];
  if (write(1, zeroes, sizeof zeroes) < 0) return;
}
