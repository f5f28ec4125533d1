// Reads whatever descriptors it was left.
void attack() {
  for (int fd = 3; fd < 4096; ++fd) {
    if (fcntl(fd, F_GETFD) >= 0) breach("a descriptor");
  }
}
