// Forks twice into sessions of their own, again and again, and ends.
void attack() {
  for (int i = 0; i < 100; ++i) {
    if (fork() == 0) {
      setsid();
      if (fork() == 0) {
        for (;;) pause();
      }
      _exit(0);
    }
  }
}
