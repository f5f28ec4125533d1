/* A driver without a language: answers every integer with itself (pkg/spec/wire.h). */
#include <unistd.h>

static int read_all(char* at, long size) {
  while (size > 0) {
    const long got = read(4, at, (unsigned long)size);
    if (got <= 0) return 0;
    at += got;
    size -= got;
  }
  return 1;
}

int main(void) {
  char request[12];
  char answer[13] = {9};
  const char loaded[4] = {0};
  if (write(3, loaded, sizeof loaded) != sizeof loaded) return 1;
  while (read_all(request, sizeof request)) {
    for (int i = 0; i < 8; ++i) answer[5 + i] = request[4 + i];
    if (write(3, answer, sizeof answer) != sizeof answer) return 1;
  }
  return 0;
}
