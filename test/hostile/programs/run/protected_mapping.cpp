// Maps memory that nobody may write, and makes it writable later.
void attack() {
  const size_t size = 1 << 30;
  char* all =
      static_cast<char*>(mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  for (size_t at = 0; at < size; at += 1 << 16) {
    if (mprotect(all + at, 1 << 16, PROT_READ | PROT_WRITE) != 0) abort();
    memset(all + at, 1, 1 << 16);
  }
}
