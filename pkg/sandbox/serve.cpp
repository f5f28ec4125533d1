#include "sandbox/serve.h"

#include "base/clock.h"
#include "sandbox/filter.h"
#include "sandbox/prompt_poll.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace algo::sandbox {
namespace {

class Connection {
 public:
  Connection(int socket, Runner& runner) : packets_(socket), runner_(runner) {}

  [[nodiscard]] bool send(const std::string& bytes) const { return packets_.send(bytes, {}); }

  // Handles one packet, if there is one; false when the connection is over.
  [[nodiscard]] bool take_packet() {
    PacketSocket::Packet packet;
    switch (packets_.receive(packet, MSG_DONTWAIT)) {
      case PacketSocket::Got::kNothing:
        return true;
      case PacketSocket::Got::kPacket:
        return handle(packet);
      default:
        return false;
    }
  }

  // A measured case has a successor soon, if at all: until then it is not worth to fall asleep.
  [[nodiscard]] Nanos prompt_until() const { return prompt_until_; }

  [[nodiscard]] bool report(const std::optional<Ended>& ended) const {
    return !ended || send(encode_ended(run_, *ended));
  }

 private:
  [[nodiscard]] bool handle(PacketSocket::Packet& packet) {
    PacketReader reader(packet.bytes);
    if (reader.type() == Message::kSpawn) return start(reader, packet.fds);
    // What comes after the end of its run has crossed it on the way.
    if (!runner_.active() || reader.run() != run_) return reader.type().has_value();
    switch (reader.type().value_or(Message::kHello)) {
      case Message::kBegin: {
        const Nanos cpu = reader.nanos();
        const Nanos wall = reader.nanos();
        const Nanos since = reader.nanos();
        if (!reader.complete()) return false;
        runner_.begin(cpu, wall, since);
        return true;
      }
      case Message::kMeasure: {
        const Nanos since = reader.nanos();
        return reader.complete() && measure(since);
      }
      case Message::kKill:
        runner_.stop(Stop::kKilled);
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] bool start(const PacketReader& reader, const std::vector<Fd>& passed) {
    std::optional<SpawnRequest> request = decode_spawn(reader);
    if (!request || runner_.active()) return false;
    const auto wanted = std::count(request->channels.begin(), request->channels.end(), true);
    if (static_cast<std::size_t>(wanted) != passed.size()) return false;
    run_ = reader.run();
    return report(runner_.start(std::move(*request), passed));
  }

  // If the process has ended in the meantime, its end is the answer.
  [[nodiscard]] bool measure(Nanos since) {
    const std::optional<Ended> ended = runner_.check();
    if (ended) return report(ended);
    const bool sent = send(encode_measured(run_, runner_.measure(since)));
    runner_.start_over();  // nobody waits for this
    prompt_until_ = prompt_end();
    return sent;
  }

  PacketSocket packets_;
  Runner& runner_;
  std::uint32_t run_ = 0;
  Nanos prompt_until_{};
};

void forget_signals(int children) {
  signalfd_siginfo info{};
  while (::read(children, &info, sizeof info) > 0) {
  }
}

void take_notice(int listener, Runner& runner) {
  const std::optional<Notice> notice = next_notice(listener);
  if (!notice) return;
  switch (notice->about) {
    case Notice::About::kForbidden:
      runner.stop(Stop::kForbidden, notice->act);  // no answer: it ends inside the call
      return;
    case Notice::About::kSharedMapping:
      runner.refuse_memory();
      answer(listener, *notice, ENOMEM);
      return;
    case Notice::About::kLargeMapping:
      runner.foresee_memory(notice->thread, notice->bytes);
      answer(listener, *notice, 0);
      return;
  }
}

// -1 in tv_sec: no limit.
timespec until(const Runner& runner) {
  const Nanos left = std::max(runner.next_check() - monotonic_now(), Nanos(0));
  return to_timespec(left);
}

}  // namespace

void serve(int socket, int children, int listener, const Hello& hello, Runner& runner) {
  Connection connection(socket, runner);
  runner.attend_to({listener, [listener, &runner] { take_notice(listener, runner); }});
  bool connected = connection.send(encode_hello(hello));
  while (connected) {
    std::array<pollfd, 3> entries{{{.fd = socket, .events = POLLIN, .revents = 0},
                                   {.fd = children, .events = POLLIN, .revents = 0},
                                   {.fd = listener, .events = POLLIN, .revents = 0}}};
    int ready = poll_promptly(entries, connection.prompt_until());
    if (ready == 0) {
      const timespec limit = until(runner);
      ready = ::ppoll(entries.data(), entries.size(), runner.active() ? &limit : nullptr, nullptr);
    }
    if (ready < 0 && errno != EINTR) break;
    if (ready > 0 && entries[1].revents != 0) forget_signals(children);
    if (ready > 0 && (entries[2].revents & POLLIN) != 0) take_notice(listener, runner);
    if (ready > 0 && entries[0].revents != 0) connected = connection.take_packet();
    connected = connection.report(runner.check()) && connected;
  }
  runner.stop(Stop::kKilled);
  while (runner.active()) static_cast<void>(runner.check());
  runner.end_zygote();
}

}  // namespace algo::sandbox
