/* A variable of 512 MiB: does not fit a smaller RLIMIT_DATA even before main. */
static char big[512UL << 20];

int main(void) {
  for (unsigned long i = 0; i < sizeof big; i += 4096) big[i] = 1;
  return big[4096] - 1;
}
