// Maps shared memory, which RLIMIT_DATA does not see.
void attack() {
  const size_t size = 512 << 20;
  memset(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), 1, size);
}
