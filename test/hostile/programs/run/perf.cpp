// Counts events of other processes.
void attack() {
  syscall(SYS_perf_event_open, nullptr, -1, 0, -1, 0);
}
