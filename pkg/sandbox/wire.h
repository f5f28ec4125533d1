#pragma once

#include "base/fd.h"
#include "sandbox/sandbox.h"

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::sandbox {

// What the judge and the helper say to each other: one packet per message on a SOCK_SEQPACKET unix
// socket, native byte order (both ends are the same program on the same machine). A packet is
// version, type, two zero bytes, the number of the run it belongs to (u32), then the fields in the
// order of the functions below. Both sides treat the other as hostile: what does not decode exactly
// is refused.
enum class Message : std::uint8_t {
  kHello = 1,  // helper: Hello
  kFault,      // helper: why it cannot work; the last packet of the connection
  kSpawn,      // judge: Command, Limits, which channels are passed; the descriptors
  kBegin,      // judge: cpu, wall, since when (CLOCK_MONOTONIC)
  kMeasure,    // judge: since when, again
  kMeasured,   // helper: Usage
  kKill,       // judge: nothing
  kEnded,      // helper: Ended
};

inline constexpr std::size_t kMaxPacket = std::size_t{64} << 10U;
inline constexpr std::size_t kMaxChannels = 5;

class PacketWriter {
 public:
  PacketWriter(Message type, std::uint32_t run);
  void u32(std::uint32_t value) { raw(&value, sizeof value); }
  void u64(std::uint64_t value) { raw(&value, sizeof value); }
  void nanos(Nanos value) { u64(static_cast<std::uint64_t>(value.count())); }
  void text(std::string_view value);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void raw(const void* data, std::size_t size);
  std::string bytes_;
};

// Reading past the end or an over-long text makes `complete` false and gives zeros from then on.
class PacketReader {
 public:
  explicit PacketReader(std::string_view bytes);
  [[nodiscard]] std::optional<Message> type() const { return type_; }
  [[nodiscard]] std::uint32_t run() const { return run_; }
  [[nodiscard]] std::uint32_t u32();
  [[nodiscard]] std::uint64_t u64();
  [[nodiscard]] Nanos nanos() { return Nanos(static_cast<std::int64_t>(u64() & kNonNegative)); }
  [[nodiscard]] std::string text(std::size_t most);
  // A number of items that follow, each at least `item_bytes` long.
  [[nodiscard]] std::size_t count(std::size_t item_bytes);
  [[nodiscard]] bool complete() const { return !failed_ && rest_.empty(); }

 private:
  static constexpr std::uint64_t kNonNegative = ~std::uint64_t{0} >> 1U;
  [[nodiscard]] bool raw(void* data, std::size_t size);
  std::string_view rest_;
  std::optional<Message> type_{};
  std::uint32_t run_ = 0;
  bool failed_ = false;
};

// Which of in, out, err, answers, requests come with the packet, in this order.
using ChannelSet = std::array<bool, kMaxChannels>;

struct SpawnRequest {
  Command command{};
  Limits limits{};
  ChannelSet channels{};
};

[[nodiscard]] std::string encode_spawn(std::uint32_t run, const SpawnRequest& request);
[[nodiscard]] std::optional<SpawnRequest> decode_spawn(PacketReader reader);
[[nodiscard]] std::string encode_hello(const Hello& hello);
[[nodiscard]] std::optional<Hello> decode_hello(PacketReader reader);
[[nodiscard]] std::string encode_measured(std::uint32_t run, const Usage& usage);
[[nodiscard]] std::optional<Usage> decode_measured(PacketReader reader);
[[nodiscard]] std::string encode_ended(std::uint32_t run, const Ended& ended);
[[nodiscard]] std::optional<Ended> decode_ended(PacketReader reader);

// Packets of one connection. The socket stays the caller's.
class PacketSocket {
 public:
  explicit PacketSocket(int fd);

  enum class Got {
    kPacket,
    kNothing,  // with MSG_DONTWAIT
    kClosed,   // the other side is gone
    kBroken,   // a packet or its descriptors were cut: the other side does not keep to the rules
  };
  struct Packet {
    std::string_view bytes{};  // valid until the next `receive`
    std::vector<Fd> fds{};
    std::optional<pid_t> sender{};  // where the socket has SO_PASSCRED, unix(7)
  };

  // False when the other side is gone or, with MSG_DONTWAIT, does not take the packet now.
  [[nodiscard]] bool send(std::string_view bytes, const std::vector<int>& fds, int flags = 0) const;
  [[nodiscard]] Got receive(Packet& packet, int flags);

 private:
  int fd_;
  std::unique_ptr<char[]> buffer_;  // NOLINT(*-avoid-c-arrays): not zeroed, see the constructor
};

}  // namespace algo::sandbox
