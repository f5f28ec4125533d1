#include "judge/frame_log.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace algo::judge {

result::FrameWriter frames_to_stdout() {
  return result::FrameWriter([](std::string_view line) {
    while (!line.empty()) {
      const ssize_t written = ::write(STDOUT_FILENO, line.data(), line.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        ::raise(SIGTERM);
        return;
      }
      line.remove_prefix(static_cast<std::size_t>(written));
    }
  });
}

}  // namespace algo::judge
