#include "sandbox/zygote.h"

#include "base/clock.h"
#include "sandbox/meter.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

namespace algo::sandbox {
namespace {

constexpr std::size_t kSocketChannel = 3;
constexpr std::string_view kStartCopy = "s";
// An interpreter is there in milliseconds, on a badly overloaded machine in less than this.
constexpr Nanos kPatience = std::chrono::seconds(5);

}  // namespace

std::unique_ptr<Zygote> Zygote::start(Launch launch, const Meanwhile& meanwhile) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return nullptr;
  Fd ours(ends[0]);
  Fd theirs(ends[1]);
  const int on = 1;
  if (::setsockopt(ours.get(), SOL_SOCKET, SO_PASSCRED, &on, sizeof on) != 0) return nullptr;
  launch.channels[kSocketChannel] = theirs.get();
  const Started started = spawn(launch);
  theirs.reset();  // so that its end is seen
  if (started.step != nullptr) return nullptr;
  std::unique_ptr<Zygote> zygote(new Zygote(started.pid, std::move(ours)));
  return zygote->ready(meanwhile) ? std::move(zygote) : nullptr;
}

bool Zygote::ready(const Meanwhile& meanwhile) {
  if (!ready_) ready_ = next_sender(meanwhile) == pid_;
  return ready_;
}

std::optional<pid_t> Zygote::copy(const std::vector<int>& channels, const Meanwhile& meanwhile) {
  ::kill(pid_, SIGCONT);  // a case before may have stopped it
  if (!ready_ || !packets_.send(kStartCopy, channels, MSG_DONTWAIT)) {
    return std::nullopt;
  }
  ready_ = false;
  while (true) {
    const std::optional<pid_t> sender = next_sender(meanwhile);
    if (sender != pid_) return sender;
    if (ready_) return std::nullopt;
    ready_ = true;
  }
}

// The socket comes first: a copy has sent its packet before it does anything that `meanwhile` is
// about.
std::optional<pid_t> Zygote::next_sender(const Meanwhile& meanwhile) {
  const Nanos end = monotonic_now() + kPatience;
  for (Nanos left = kPatience; left > Nanos(0); left = end - monotonic_now()) {
    std::array<pollfd, 2> entries{{{.fd = socket_.get(), .events = POLLIN, .revents = 0},
                                   {.fd = meanwhile.fd, .events = POLLIN, .revents = 0}}};
    const timespec limit = to_timespec(left);
    const int count = ::ppoll(entries.data(), entries.size(), &limit, nullptr);
    if (count < 0 && errno != EINTR) return std::nullopt;
    if (count <= 0) continue;
    PacketSocket::Packet packet;
    if (entries[0].revents != 0) {
      const PacketSocket::Got got = packets_.receive(packet, MSG_DONTWAIT);
      return got == PacketSocket::Got::kPacket ? packet.sender : std::nullopt;
    }
    if ((entries[1].revents & POLLIN) != 0) meanwhile.handle();
  }
  return std::nullopt;
}

}  // namespace algo::sandbox
