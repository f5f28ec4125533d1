// What the C++ attacks of worker/ start with: the driver hides its pipes behind other numbers, and
// a solution that looks finds them.
#include <fcntl.h>
#include <unistd.h>

static int find_pipe(int mode) {
  for (int fd = 3; fd < 1024; ++fd) {
    const int flags = fcntl(fd, F_GETFL);
    if (flags >= 0 && (flags & O_ACCMODE) == mode) return fd;
  }
  return -1;
}

[[maybe_unused]] static int answers() {
  return find_pipe(O_WRONLY);
}

[[maybe_unused]] static int requests() {
  return find_pipe(O_RDONLY);
}
