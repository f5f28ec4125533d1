// Asks for real-time priority, so that nobody else runs.
void attack() {
  sched_param most{};
  most.sched_priority = 99;
  if (sched_setscheduler(0, SCHED_FIFO, &most) == 0) breach("real time");
  if (setpriority(PRIO_PROCESS, 0, -20) == 0) breach("a better priority");
  burn();
}
