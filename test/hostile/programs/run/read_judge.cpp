// Reads memory, environment, command line and descriptors of every process.
void attack() {
  DIR* all = opendir("/proc");
  while (const dirent* entry = all == nullptr ? nullptr : readdir(all)) {
    if (atoi(entry->d_name) == 0) continue;
    for (const char* file : {"mem", "environ", "cmdline", "maps", "fd/0", "fd/3", "fd/5"}) {
      char path[300];
      snprintf(path, sizeof path, "/proc/%.200s/%s", entry->d_name, file);
      if (open(path, O_RDONLY) >= 0) breach(path);
    }
  }
  for (const char* path : {"/proc/1/mem", "/proc/self/environ", "/proc/self/mem"}) {
    if (open(path, O_RDONLY) >= 0) breach(path);
  }
}
