// Has a daemon do the work and sleeps.
void attack() {
  if (fork() == 0) {
    setsid();
    if (fork() == 0) burn();
    _exit(0);
  }
  wait(nullptr);
  for (;;) pause();
}
