// Starts children by vfork, which run on its own memory, for ever.
void attack() {
  for (;;) {
    if (vfork() == 0) _exit(0);
  }
}
