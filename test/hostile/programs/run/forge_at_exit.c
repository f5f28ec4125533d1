#include <stdlib.h>
#include <unistd.h>

// Another account of itself, on every descriptor there is.
static void forge(void) {
  const char frame[13] = {9};
  for (int fd = 3; fd < 64; ++fd) (void)!write(fd, frame, sizeof frame);
  _exit(0);
}

void attack(void) {
  atexit(forge);
  exit(3);
}
