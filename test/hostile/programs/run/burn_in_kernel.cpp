// Works in system calls only.
void attack() {
  for (;;) getppid();
}
