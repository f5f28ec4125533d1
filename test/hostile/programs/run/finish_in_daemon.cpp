// Answers nothing, but its daemon works half of the time allowed, and it waits.
void attack() {
  int ends[2];
  if (pipe(ends) != 0) return;
  if (fork() == 0) {
    setsid();
    if (fork() != 0) _exit(0);
    const clock_t begin = clock();
    while (clock() - begin < 200000) {
    }
    _exit(0);
  }
  close(ends[1]);
  char byte;
  if (read(ends[0], &byte, 1) < 0) return;
}
