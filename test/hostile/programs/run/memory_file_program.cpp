// Runs a program that lies in memory only.
void attack() {
  const int fd = memfd_create("program", 0);
  char* const none[] = {nullptr};
  fexecve(fd, none, none);
}
