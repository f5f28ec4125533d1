#include "judge/watch.h"

#include "base/clock.h"
#include "base/error.h"
#include "sandbox/prompt_poll.h"

#include <cerrno>

namespace algo::judge {

void Watch::feed(int fd, std::string_view bytes) {
  feed_fd_ = fd;
  feed_ = bytes;
  if (!feed_.empty()) write_some();
}

void Watch::write_some() {
  const ssize_t written = ::write(feed_fd_, feed_.data(), feed_.size());
  if (written >= 0) {
    feed_.remove_prefix(static_cast<std::size_t>(written));
  } else if (errno != EAGAIN && errno != EINTR) {
    feed_ = {};  // nobody reads any more; how the process ends tells why
  }
}

std::span<pollfd> Watch::fill(Entries& entries) const {
  // A negative descriptor is ignored by poll(2): streams at their end, a process that has ended.
  const Interrupt::Entries interrupts = interrupt_.entries();
  std::size_t count = 0;
  for (const pollfd& entry : interrupts) entries[count++] = entry;
  entries[count++] = {.fd = ended_ ? -1 : box_.event_fd(), .events = POLLIN, .revents = 0};
  entries[count++] = {.fd = feed_.empty() ? -1 : feed_fd_, .events = POLLOUT, .revents = 0};
  for (const Stream* stream : streams_) {
    entries[count++] = {.fd = stream->fd(), .events = POLLIN, .revents = 0};
  }
  return {entries.data(), count};
}

void Watch::turn(sandbox::Nanos timeout) {
  Entries all{};
  const std::span<pollfd> entries = fill(all);
  const timespec limit = to_timespec(timeout);
  const int ready = ::ppoll(entries.data(), entries.size(), &limit, nullptr);
  if (ready < 0 && errno != EINTR) {
    throw Error(ErrorKind::kInternal, "cannot wait for the solution", errno_text(errno));
  }
  if (ready > 0) handle(entries);
}

bool Watch::turn_promptly(sandbox::Nanos end) {
  Entries all{};
  const std::span<pollfd> entries = fill(all);
  if (sandbox::poll_promptly(entries, end) <= 0) return false;
  handle(entries);
  return true;
}

void Watch::handle(std::span<const pollfd> entries) {
  interrupt_.handle(entries.first<3>());
  const pollfd& ended = entries[3];
  const pollfd& feed = entries[4];
  // Streams first: what was written before the end belongs to the process.
  for (std::size_t i = 0; i < streams_.size(); ++i) {
    if (entries[i + 5].revents != 0) streams_[i]->drain();
  }
  if (feed.revents != 0) write_some();
  if (ended.revents != 0) ended_ = box_.wait(sandbox::Nanos(0));
}

sandbox::Ended Watch::until_ended() {
  while (!ended_) turn(std::chrono::seconds(1));
  // Nothing of the process is left, so every stream is at its end as soon as it is drained.
  for (Stream* stream : streams_) {
    for (std::uint64_t before = ~std::uint64_t{0};
         !stream->at_end() && before != stream->total();) {
      before = stream->total();
      stream->drain();
    }
  }
  return *ended_;
}

std::uint64_t Watch::total_output() const {
  std::uint64_t total = 0;
  for (const Stream* stream : streams_) total += stream->total();
  return total;
}

}  // namespace algo::judge
