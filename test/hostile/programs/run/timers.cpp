// Has timers go off as often as can be.
static void handler(int) {}

void attack() {
  signal(SIGALRM, handler);
  const itimerval often{{0, 1}, {0, 1}};
  setitimer(ITIMER_REAL, &often, nullptr);
  burn();
}
