#include "sandbox/client.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "sandbox/meter.h"
#include "sandbox/prompt_poll.h"
#include "sandbox/wire.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>
#include <ctime>

namespace algo::sandbox {
namespace {

// A helper that is alive answers in microseconds; on a machine that is badly overloaded, in less
// than this. One that does not has been taken over or stopped.
constexpr std::chrono::seconds kReplyTimeout{10};

bool readable_before(int fd, Nanos end) {
  while (true) {
    const Nanos left = std::max(end - monotonic_now(), Nanos(0));
    const timespec limit = to_timespec(left);
    pollfd entry{.fd = fd, .events = POLLIN, .revents = 0};
    const int ready = ::ppoll(&entry, 1, &limit, nullptr);
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

class Client final : public Sandbox {
 public:
  explicit Client(Fd socket) : socket_(std::move(socket)), packets_(socket_.get()) { greet(); }

  [[nodiscard]] const Hello& hello() const override { return hello_; }
  void spawn(const Command& command, const Limits& limits, const Channels& channels) override;
  void begin(Nanos cpu, Nanos wall) override { begun_ = {cpu, wall, monotonic_now(), false}; }
  void arm() override;
  [[nodiscard]] Measured measure() override;
  void kill() override { tell(PacketWriter(Message::kKill, run_).bytes()); }
  [[nodiscard]] std::optional<Ended> wait(Nanos timeout) override;
  [[nodiscard]] int event_fd() const override { return socket_.get(); }

 private:
  // A case of a reused worker, as it begins.
  struct Begun {
    Nanos cpu{};
    Nanos wall{};
    Nanos since{};
    bool armed = true;
  };

  void greet();
  void tell(const std::string& bytes);
  void give_up();
  Ended lose();
  [[nodiscard]] std::optional<Measured> receive(Nanos end);
  [[nodiscard]] std::optional<Measured> understand(std::string_view bytes);

  Fd socket_;
  PacketSocket packets_;
  Hello hello_;
  std::uint32_t run_ = 0;
  Begun begun_;
  bool running_ = false;
  bool lost_ = false;
};

void Client::greet() {
  PacketSocket::Packet packet;
  if (!readable_before(socket_.get(), monotonic_now() + kReplyTimeout) ||
      packets_.receive(packet, MSG_DONTWAIT) != PacketSocket::Got::kPacket) {
    throw Error(ErrorKind::kInternal, "the sandbox's helper ended before it had said hello");
  }
  PacketReader reader(packet.bytes);
  if (reader.type() == Message::kFault) {
    throw Error(ErrorKind::kInternal, "the sandbox cannot be set up", printable(reader.text(512)));
  }
  const std::optional<Hello> hello =
      reader.type() == Message::kHello ? decode_hello(reader) : std::nullopt;
  if (!hello) throw Error(ErrorKind::kInternal, "the sandbox's helper is not of this version");
  hello_ = *hello;
}

// A helper that does not take packets is as good as gone.
void Client::tell(const std::string& bytes) {
  if (!lost_ && !packets_.send(bytes, {}, MSG_DONTWAIT)) give_up();
}

// Whoever waits for event_fd() is to learn of it.
void Client::give_up() {
  lost_ = true;
  ::shutdown(socket_.get(), SHUT_RDWR);
}

Ended Client::lose() {
  give_up();
  running_ = false;
  return {};
}

void Client::spawn(const Command& command, const Limits& limits, const Channels& channels) {
  const std::array<int, kMaxChannels> all{
      channels.in, channels.out, channels.err, channels.answers, channels.requests};
  SpawnRequest request{.command = command, .limits = limits, .channels = {}};
  std::vector<int> fds;
  for (std::size_t i = 0; i < all.size(); ++i) {
    request.channels[i] = all[i] >= 0;
    if (all[i] >= 0) fds.push_back(all[i]);
  }
  if (running_) throw Error(ErrorKind::kInternal, "the sandbox runs a process already");
  const std::string bytes = encode_spawn(run_ + 1, request);
  if (bytes.size() > kMaxPacket) {
    throw Error(ErrorKind::kInternal, "the command is too long for the sandbox");
  }
  if (!lost_ && !packets_.send(bytes, fds, MSG_DONTWAIT)) give_up();
  ++run_;
  begun_ = {};
  running_ = true;
}

void Client::arm() {
  if (begun_.armed) return;
  begun_.armed = true;
  PacketWriter writer(Message::kBegin, run_);
  writer.nanos(begun_.cpu);
  writer.nanos(begun_.wall);
  writer.nanos(begun_.since);
  tell(writer.bytes());
}

Sandbox::Measured Client::measure() {
  if (!running_) throw Error(ErrorKind::kInternal, "the sandbox runs nothing to measure");
  PacketWriter writer(Message::kMeasure, run_);
  writer.nanos(begun_.since);
  tell(writer.bytes());
  begun_.armed = true;
  pollfd entry{.fd = socket_.get(), .events = POLLIN, .revents = 0};
  static_cast<void>(poll_promptly({&entry, 1}, prompt_end()));
  std::optional<Measured> measured = receive(monotonic_now() + kReplyTimeout);
  if (!measured) measured = Measured{.usage = {}, .ended = lose()};
  if (measured->ended) measured->usage = measured->ended->usage;
  return *measured;
}

std::optional<Ended> Client::wait(Nanos timeout) {
  if (!running_) throw Error(ErrorKind::kInternal, "the sandbox runs nothing to wait for");
  arm();
  const Nanos end = monotonic_now() + timeout;
  while (true) {
    std::optional<Measured> got = receive(end);
    if (!got) return std::nullopt;
    if (got->ended) return std::move(got->ended);
  }
}

// The next packet that says something about the current run, or nullopt at `end`.
std::optional<Sandbox::Measured> Client::receive(Nanos end) {
  while (true) {
    if (lost_) return Measured{.usage = {}, .ended = lose()};
    PacketSocket::Packet packet;
    if (!readable_before(socket_.get(), end)) return std::nullopt;
    const PacketSocket::Got got = packets_.receive(packet, MSG_DONTWAIT);
    if (got == PacketSocket::Got::kNothing) continue;
    if (got != PacketSocket::Got::kPacket) return Measured{.usage = {}, .ended = lose()};
    if (auto understood = understand(packet.bytes)) return understood;
  }
}

// nullopt for what belongs to an earlier run; kLost for what no honest helper says.
std::optional<Sandbox::Measured> Client::understand(std::string_view bytes) {
  const PacketReader reader(bytes);
  const bool current = reader.run() == run_;
  if (reader.type() == Message::kEnded) {
    const std::optional<Ended> ended = decode_ended(reader);
    if (!ended) return Measured{.usage = {}, .ended = lose()};
    if (!current) return std::nullopt;
    running_ = false;
    return Measured{.usage = {}, .ended = ended};
  }
  const std::optional<Usage> usage =
      reader.type() == Message::kMeasured ? decode_measured(reader) : std::nullopt;
  if (!usage) return Measured{.usage = {}, .ended = lose()};
  if (!current) return std::nullopt;
  return Measured{.usage = *usage, .ended = std::nullopt};
}

// Whether the helper ended instead of saying hello: it was dying when it was connected to.
bool ended_unheard(int fd) {
  char byte = 0;
  return readable_before(fd, monotonic_now() + kReplyTimeout) &&
         ::recv(fd, &byte, sizeof byte, MSG_PEEK | MSG_DONTWAIT) <= 0;
}

}  // namespace

std::unique_ptr<Sandbox> connect(Fd socket) {
  return std::make_unique<Client>(std::move(socket));
}

bool hung_up(const Sandbox& box) {
  pollfd entry{.fd = box.event_fd(), .events = POLLRDHUP, .revents = 0};
  return ::poll(&entry, 1, 0) > 0;
}

std::unique_ptr<Sandbox> connect(const std::string& path, Nanos timeout, const Pause& pause) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    throw Error(ErrorKind::kInternal, "the path of the sandbox's socket is too long", path);
  }
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  const Nanos end = monotonic_now() + timeout;
  while (true) {
    Fd socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    // NOLINTNEXTLINE(*-reinterpret-cast): how connect(2) takes every kind of address
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    const bool connected = socket.valid() && ::connect(socket.get(), generic, sizeof address) == 0;
    const int problem = connected ? ECONNRESET : errno;
    if (connected && !ended_unheard(socket.get())) return connect(std::move(socket));
    if (monotonic_now() >= end) {
      throw Error(ErrorKind::kInternal, "cannot connect to " + path, errno_text(problem));
    }
    pause(std::chrono::milliseconds(5));
  }
}

}  // namespace algo::sandbox
