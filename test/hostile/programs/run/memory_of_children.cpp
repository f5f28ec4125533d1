// Uses memory in many children, each within the limit.
void attack() {
  for (int i = 0; i < 5; ++i) {
    if (fork() == 0) {
      fill(malloc(40 << 20), 40 << 20);
      for (;;) pause();
    }
  }
  for (;;) pause();
}
