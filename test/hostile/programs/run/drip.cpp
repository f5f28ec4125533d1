// Prints slowly, for ever.
void attack() {
  for (;;) {
    if (write(1, ".", 1) < 0) return;
    usleep(20000);
  }
}
