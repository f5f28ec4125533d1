// Keeps data in a memory file, which no limit of memory sees.
void attack() {
  const int fd = memfd_create("data", 0);
  static char block[1 << 20];
  for (int i = 0; i < 512; ++i) {
    if (write(fd, block, sizeof block) < 0) return;
  }
}
