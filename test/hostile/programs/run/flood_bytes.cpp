// Prints a hundred thousand single bytes.
void attack() {
  for (int i = 0; i < 100000; ++i) {
    if (write(1, "a", 1) < 0) return;
  }
}
