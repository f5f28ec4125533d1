// Keeps data in the kernel's buffers of pipes.
void attack() {
  static char block[1 << 16];
  int count = 0;
  for (int ends[2]; pipe2(ends, O_NONBLOCK) == 0; ++count) {
    while (write(ends[1], block, sizeof block) > 0) {
    }
  }
  if (count > 200) breach("many pipes");
}
