// Closes all its descriptors and works on.
void attack() {
  for (int fd = 0; fd < 1024; ++fd) close(fd);
  for (;;) pause();
}
