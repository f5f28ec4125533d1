// Crashes in many children, to fill the disk with their memory.
void attack() {
  for (int i = 0; i < 5; ++i) {
    if (fork() == 0) abort();
    wait(nullptr);
  }
  abort();
}
