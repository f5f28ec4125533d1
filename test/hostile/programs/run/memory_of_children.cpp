// Uses memory in many children, each within the limit.
void attack() {
  for (int i = 0; i < 5; ++i) {
    if (fork() == 0) {
      memset(malloc(40 << 20), 1, 40 << 20);
      for (;;) pause();
    }
  }
  for (;;) pause();
}
