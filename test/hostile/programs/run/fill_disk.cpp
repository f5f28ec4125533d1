// Fills every file system that it can write to.
void attack() {
  static char block[1 << 16];
  for (const char* path : {"/tmp/algo-hostile-f",
                           "/dev/shm/algo-hostile-f",
                           "/var/tmp/algo-hostile-f",
                           "algo-hostile-f"}) {
    const int fd = open(path, O_CREAT | O_WRONLY, 0600);
    if (fd < 0) continue;
    breach(path);
    for (int i = 0; i < 64 && write(fd, block, sizeof block) > 0; ++i) {
    }
    unlink(path);
  }
}
