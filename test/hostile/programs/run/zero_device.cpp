// Maps /dev/zero, shared, which is memory that no limit of the data segment sees.
void attack() {
  const size_t size = 512 << 20;
  const int fd = open("/dev/zero", O_RDWR);
  if (fd < 0) return;
  void* all = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (all == MAP_FAILED) return;
  breach("shared memory");
  fill(all, size);
}
