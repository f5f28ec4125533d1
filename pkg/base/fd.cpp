#include "base/fd.h"

#include "base/error.h"

#include <fcntl.h>

#include <array>
#include <cerrno>

namespace algo {

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw Error(ErrorKind::kEnvironment, "cannot make a pipe", errno_text(errno));
  }
  return {Fd(ends[0]), Fd(ends[1])};
}

}  // namespace algo
