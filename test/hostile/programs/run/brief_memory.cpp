// Uses much memory for a moment only.
void attack() {
  char* all = static_cast<char*>(
      mmap(nullptr, 50 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  memset(all, 1, 50 << 20);
  munmap(all, 50 << 20);
  const int fd = open("/proc/self/clear_refs", O_WRONLY);
  if (fd >= 0 && write(fd, "5", 1) == 1) breach("forgot its peak");
}
