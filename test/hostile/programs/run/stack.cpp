// Calls itself for ever.
[[gnu::noinline]] static int deeper(volatile char* above) {
  volatile char frame[512];
  frame[0] = *above;
  return deeper(frame) + frame[0];
}

void attack() {
  volatile char bottom = 1;
  _exit(deeper(&bottom) == 0);
}
