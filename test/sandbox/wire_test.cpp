#include "sandbox/wire.h"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace algo::sandbox {
namespace {

struct Sockets {
  Sockets() {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) == 0);
    a = Fd(ends[0]);
    b = Fd(ends[1]);
  }
  Fd a;
  Fd b;
};

SpawnRequest example() {
  SpawnRequest request;
  request.command = {.argv = {"/bin/x", "", "a b"},
                     .env = {{"LANG", "C"}},
                     .directory = "/d",
                     .zygote = {{"Z", "1"}}};
  request.limits = {.cpu = Nanos(1),
                    .wall = Nanos(2),
                    .memory = 3,
                    .data = 4,
                    .file_size = 5,
                    .stack = 6,
                    .processes = 7};
  request.channels = {true, false, true, false, true};
  return request;
}

}  // namespace

TEST_CASE("wire: a spawn request arrives as it was sent") {
  const std::string bytes = encode_spawn(9, example());
  const PacketReader reader(bytes);
  CHECK(reader.type() == Message::kSpawn);
  CHECK(reader.run() == 9);
  const auto got = decode_spawn(reader);
  REQUIRE(got.has_value());
  if (!got) return;
  CHECK(got->command.argv == example().command.argv);
  CHECK(got->command.env == example().command.env);
  CHECK(got->command.directory == "/d");
  CHECK(got->command.zygote == example().command.zygote);
  CHECK(got->limits.cpu == Nanos(1));
  CHECK(got->limits.processes == 7);
  CHECK(got->channels == example().channels);
}

TEST_CASE("wire: an end arrives as it was sent, with a long act cut") {
  Ended ended;
  ended.stop = Stop::kForbidden;
  ended.signal = 31;
  ended.act = std::string(10'000, 'x');
  ended.usage = {.cpu = Nanos(1),
                 .wall = Nanos(2),
                 .peak_memory = 3,
                 .switches_voluntary = 5,
                 .switches_forced = 4,
                 .waited = Nanos(6)};
  ended.memory_refused = true;
  ended.copied = true;
  const std::string bytes = encode_ended(1, ended);
  const auto got = decode_ended(PacketReader(bytes));
  REQUIRE(got.has_value());
  if (!got) return;
  CHECK(got->stop == Stop::kForbidden);
  CHECK(got->signal == 31);
  CHECK(got->act == std::string(512, 'x'));
  CHECK(got->usage.switches_voluntary == 5);
  CHECK(got->usage.switches_forced == 4);
  CHECK(got->usage.waited == Nanos(6));
  CHECK(got->memory_refused);
  CHECK(got->copied);
  CHECK_FALSE(got->out_of_memory);
}

TEST_CASE("wire: every cut of a packet is refused") {
  const std::string spawn = encode_spawn(1, example());
  const std::string ended = encode_ended(1, {});
  const std::string hello = encode_hello({{{"a", "b"}}, {{"c", "d"}}, "Linux"});
  for (std::size_t size = 0; size < spawn.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(decode_spawn(PacketReader(spawn.substr(0, size))).has_value());
    if (size < ended.size()) CHECK_FALSE(decode_ended(PacketReader(ended.substr(0, size))));
    if (size < hello.size()) CHECK_FALSE(decode_hello(PacketReader(hello.substr(0, size))));
  }
  CHECK_FALSE(decode_spawn(PacketReader(spawn + "x")).has_value());
}

TEST_CASE("wire: hostile numbers are refused") {
  const auto ended = [](std::uint32_t stop, std::uint32_t code, std::uint32_t signal) {
    PacketWriter writer(Message::kEnded, 1);
    for (const std::uint32_t value : {stop, code, signal}) writer.u32(value);
    writer.text("");
    for (int i = 0; i < 3; ++i) writer.u32(1);  // memory refused, out of memory, copied
    for (int i = 0; i < 6; ++i) writer.u64(~std::uint64_t{0});
    return decode_ended(PacketReader(writer.bytes()));
  };
  CHECK(ended(0, 0, 0).has_value());
  CHECK(ended(0, 0, 0).value_or(Ended{}).usage.cpu >= Nanos(0));
  CHECK_FALSE(ended(9, 0, 0).has_value());
  CHECK_FALSE(ended(0, 256, 0).has_value());
  CHECK_FALSE(ended(0, 0, 0xffffffff).has_value());
  PacketWriter many(Message::kHello, 0);
  many.u32(0xffffffff);
  CHECK_FALSE(decode_hello(PacketReader(many.bytes())).has_value());
  std::string version = encode_ended(1, {});
  version[0] = 1;
  CHECK_FALSE(PacketReader(version).type().has_value());
}

TEST_CASE("PacketSocket: passes descriptors") {
  const Sockets sockets;
  const Pipe pipe = make_pipe();
  CHECK(PacketSocket(sockets.a.get()).send("hi", {pipe.write.get()}));
  PacketSocket receiver(sockets.b.get());
  PacketSocket::Packet packet;
  REQUIRE(receiver.receive(packet, 0) == PacketSocket::Got::kPacket);
  CHECK(packet.bytes == "hi");
  REQUIRE(packet.fds.size() == 1);
  CHECK(::write(packet.fds[0].get(), "x", 1) == 1);
  char got = 0;
  CHECK(::read(pipe.read.get(), &got, 1) == 1);
}

TEST_CASE("PacketSocket: refuses too long a packet, on both sides") {
  const Sockets sockets;
  const std::string bytes(kMaxPacket + 1, 'x');
  CHECK_FALSE(PacketSocket(sockets.a.get()).send(bytes, {}));
  REQUIRE(::send(sockets.a.get(), bytes.data(), bytes.size(), 0) > 0);
  PacketSocket receiver(sockets.b.get());
  PacketSocket::Packet packet;
  CHECK(receiver.receive(packet, 0) == PacketSocket::Got::kBroken);
}

TEST_CASE("PacketSocket: tells nothing from closed") {
  Sockets sockets;
  PacketSocket receiver(sockets.b.get());
  PacketSocket::Packet packet;
  CHECK(receiver.receive(packet, MSG_DONTWAIT) == PacketSocket::Got::kNothing);
  sockets.a.reset();
  CHECK(receiver.receive(packet, 0) == PacketSocket::Got::kClosed);
}

}  // namespace algo::sandbox
