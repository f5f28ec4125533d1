// Kills by number, every number.
void attack() {
  for (int pid = 1; pid < 100000; ++pid) {
    if (pid != getpid() && kill(pid, SIGUSR1) == 0) breach("signalled a process");
  }
}
