// Stops the process that watches it.
void attack() {
  if (getppid() > 0 && kill(getppid(), SIGSTOP) == 0) breach("signalled its parent");
}
