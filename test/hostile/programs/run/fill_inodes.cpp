// Uses up the numbers that a file system has for files.
void attack() {
  for (int i = 0; i < 1000; ++i) {
    char path[64];
    snprintf(path, sizeof path, "%s/algo-hostile-%d", i % 2 == 0 ? "/tmp" : ".", i);
    if (mkdir(path, 0700) == 0) breach(path);
    rmdir(path);
  }
}
