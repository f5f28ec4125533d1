#include "judge/stream.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace algo::judge {
namespace {

// A larger pipe means fewer switches for large outputs (20 MB: 23 ms by 64 KiB, 16 ms by 1 MiB).
constexpr int kPipeBytes = 1 << 20;
constexpr std::size_t kReadBytes = std::size_t{64} << 10U;
// One drain takes at most this much, so that one flooding stream cannot starve the other ones.
constexpr std::size_t kDrainBytes = std::size_t{4} << 20U;

}  // namespace

Stream::Stream(std::size_t keep) : pipe_(make_pipe()), keep_(keep) {
  ::fcntl(pipe_.read.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(pipe_.read.get(), F_SETPIPE_SZ, kPipeBytes);  // best effort: users have a quota of pages
}

void Stream::drain() {
  std::array<char, kReadBytes> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): a buffer
  for (std::size_t taken = 0; !at_end() && taken < kDrainBytes;) {
    const ssize_t got = ::read(fd(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return;
    if (got == 0) {
      pipe_.read.reset();
      return;
    }
    const auto size = static_cast<std::size_t>(got);
    total_ += size;
    taken += size;
    kept_.append(buffer.data(), std::min(size, keep_ - std::min(keep_, kept_.size())));
  }
}

void Stream::restart(std::size_t keep) {
  keep_ = keep;
  kept_.clear();
  total_ = 0;
}

}  // namespace algo::judge
