// Pins itself and a child to one processor, to stand in the way there.
void attack() {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(0, &set);
  sched_setaffinity(0, sizeof set, &set);
  fork();
  burn();
}
