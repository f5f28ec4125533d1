// Fills the heap.
void attack() {
  for (;;) memset(malloc(1 << 20), 1, 1 << 20);
}
