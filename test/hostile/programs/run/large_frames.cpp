// Calls itself with frames of which it touches little.
[[gnu::noinline]] static int deeper(volatile char* above) {
  volatile char frame[1 << 18];
  frame[0] = *above;
  return deeper(frame) + frame[0];
}

void attack() {
  volatile char bottom = 1;
  _exit(deeper(&bottom) == 0);
}
