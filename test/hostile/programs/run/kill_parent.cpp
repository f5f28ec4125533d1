// Kills the process that watches it.
void attack() {
  if (getppid() > 0 && kill(getppid(), SIGKILL) == 0) breach("signalled its parent");
}
