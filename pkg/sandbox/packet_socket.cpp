#include "sandbox/wire.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace algo::sandbox {
namespace {

constexpr std::size_t kControlBytes =
    CMSG_SPACE(kMaxChannels * sizeof(int)) + CMSG_SPACE(sizeof(ucred));

// Takes ownership of every descriptor that came, wanted or not, so that none can pile up.
std::vector<Fd> take_descriptors(msghdr& head) {
  std::vector<Fd> fds;
  for (cmsghdr* part = CMSG_FIRSTHDR(&head); part != nullptr; part = CMSG_NXTHDR(&head, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(part) + i * sizeof fd, sizeof fd);
      fds.emplace_back(fd);
    }
  }
  return fds;
}

std::optional<pid_t> take_sender(msghdr& head) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&head); part != nullptr; part = CMSG_NXTHDR(&head, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_CREDENTIALS) continue;
    ucred sender{};
    std::memcpy(&sender, CMSG_DATA(part), sizeof sender);
    return sender.pid;
  }
  return std::nullopt;
}

}  // namespace

// One byte more than a legal packet, to notice longer ones. Not zeroed: pages that are never
// written do not count to the helper's resident memory.
PacketSocket::PacketSocket(int fd) : fd_(fd), buffer_(new char[kMaxPacket + 1]) {}

bool PacketSocket::send(std::string_view bytes, const std::vector<int>& fds, int flags) const {
  if (bytes.size() > kMaxPacket || fds.size() > kMaxChannels) return false;
  alignas(cmsghdr) std::array<char, kControlBytes> control{};
  iovec part{.iov_base = const_cast<char*>(bytes.data()),  // NOLINT(*-const-cast): sendmsg(2)
             .iov_len = bytes.size()};
  msghdr head{};
  head.msg_iov = &part;
  head.msg_iovlen = 1;
  if (!fds.empty()) {
    head.msg_control = control.data();
    head.msg_controllen = CMSG_SPACE(fds.size() * sizeof(int));
    cmsghdr* rights = CMSG_FIRSTHDR(&head);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(fds.size() * sizeof(int));
    std::memcpy(CMSG_DATA(rights), fds.data(), fds.size() * sizeof(int));
  }
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(fd_, &head, flags | MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(bytes.size());
}

PacketSocket::Got PacketSocket::receive(Packet& packet, int flags) {
  alignas(cmsghdr) std::array<char, kControlBytes> control{};
  iovec part{.iov_base = buffer_.get(), .iov_len = kMaxPacket + 1};
  msghdr head{};
  head.msg_iov = &part;
  head.msg_iovlen = 1;
  head.msg_control = control.data();
  head.msg_controllen = control.size();
  ssize_t size = 0;
  do {
    size = ::recvmsg(fd_, &head, flags | MSG_CMSG_CLOEXEC);
  } while (size < 0 && errno == EINTR);
  if (size < 0) return errno == EAGAIN ? Got::kNothing : Got::kClosed;
  packet.fds = take_descriptors(head);
  packet.sender = take_sender(head);
  // An empty packet cannot be told from the end of the connection; nobody of ours sends one.
  if (size == 0) return Got::kClosed;
  if ((static_cast<unsigned>(head.msg_flags) & (MSG_TRUNC | MSG_CTRUNC)) != 0 ||
      static_cast<std::size_t>(size) > kMaxPacket) {
    return Got::kBroken;
  }
  packet.bytes = std::string_view(buffer_.get(), static_cast<std::size_t>(size));
  return Got::kPacket;
}

}  // namespace algo::sandbox
