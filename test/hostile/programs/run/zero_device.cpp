// Maps /dev/zero, shared, and reads it.
void attack() {
  const size_t size = 512 << 20;
  const int fd = open("/dev/zero", O_RDONLY);
  const char* all = static_cast<char*>(mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0));
  volatile int sum = 0;
  for (size_t at = 0; at < size; at += 4096) sum = sum + all[at];
  for (;;) pause();
}
