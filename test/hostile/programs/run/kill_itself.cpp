// Ends by SIGKILL, as if the kernel had run out of memory.
void attack() {
  raise(SIGKILL);
  for (;;) pause();
}
