// Ends while its children live and hold its output open.
void attack() {
  for (int i = 0; i < 5; ++i) {
    if (fork() == 0) {
      for (;;) pause();
    }
  }
}
