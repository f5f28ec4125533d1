// Limits and pins the process that watches it.
void attack() {
  const rlimit none{0, 0};
  if (getppid() > 0 && prlimit(getppid(), RLIMIT_NOFILE, &none, nullptr) == 0) breach("a limit");
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(0, &set);
  if (getppid() > 0 && sched_setaffinity(getppid(), sizeof set, &set) == 0) breach("pinned");
}
