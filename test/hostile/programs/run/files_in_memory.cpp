// Keeps data in files of file systems that lie in memory.
void attack() {
  static char block[1 << 20];
  for (const char* path :
       {"/dev/shm/algo-hostile-m", "/run/algo-hostile-m", "/tmp/algo-hostile-m"}) {
    const int fd = open(path, O_CREAT | O_RDWR, 0600);
    if (fd < 0) continue;
    breach(path);
    unlink(path);
    for (int i = 0; i < 100 && write(fd, block, sizeof block) > 0; ++i) {
    }
  }
}
