#include "sandbox/client.h"

#include "base/error.h"
#include "sandbox/wire.h"

#include <doctest/doctest.h>

#include <sys/socket.h>

#include <array>

namespace algo::sandbox {
namespace {

using std::chrono::seconds;

// The test plays the helper: what it says was written before the client asks.
class HostileHelper {
 public:
  HostileHelper() {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) == 0);
    ours_ = Fd(ends[0]);
    theirs_ = Fd(ends[1]);
  }
  void say(const std::string& bytes) const { REQUIRE(PacketSocket(ours_.get()).send(bytes, {})); }
  void hang_up() { ours_.reset(); }
  [[nodiscard]] std::unique_ptr<Sandbox> connect() { return sandbox::connect(std::move(theirs_)); }
  [[nodiscard]] std::unique_ptr<Sandbox> running() {
    say(encode_hello({}));
    auto box = connect();
    box->spawn({.argv = {"/x"}, .env = {}, .directory = {}}, {}, {});
    return box;
  }

 private:
  Fd ours_;
  Fd theirs_;
};

Stop stop_of(const std::optional<Ended>& ended) {
  REQUIRE(ended.has_value());
  return ended ? ended->stop : Stop::kExited;
}

}  // namespace

TEST_CASE("connect: takes the hello and gives what it says") {
  HostileHelper helper;
  helper.say(encode_hello({{{"landlock", "on"}}, {{"time", "clock"}}, "Linux x"}));
  CHECK(helper.connect()->hello().protections.at("landlock") == "on");
}

TEST_CASE("connect: says why the helper cannot work") {
  HostileHelper helper;
  PacketWriter writer(Message::kFault, 0);
  writer.text("no such folder\x1b[2J");
  helper.say(writer.bytes());
  try {
    static_cast<void>(helper.connect());
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInternal);
    CHECK(error.why() == "no such folder\\x1b[2J");
  }
}

TEST_CASE("connect: refuses a helper that is gone or says something else") {
  HostileHelper gone;
  gone.hang_up();
  CHECK_THROWS_AS(static_cast<void>(gone.connect()), Error);
  HostileHelper other;
  other.say(encode_ended(0, {}));
  CHECK_THROWS_AS(static_cast<void>(other.connect()), Error);
  HostileHelper noise;
  noise.say("@@@@@@@@@@@@");
  CHECK_THROWS_AS(static_cast<void>(noise.connect()), Error);
}

TEST_CASE("client: a helper that breaks the protocol is lost") {
  for (const std::string& bytes :
       {std::string("x"), encode_hello({}), encode_ended(1, {}) + "x", encode_spawn(1, {})}) {
    HostileHelper helper;
    const auto box = helper.running();
    helper.say(bytes);
    CHECK(stop_of(box->wait(seconds(10))) == Stop::kLost);
    box->spawn({.argv = {"/x"}, .env = {}, .directory = {}}, {}, {});
    CHECK(stop_of(box->wait(seconds(10))) == Stop::kLost);
  }
}

TEST_CASE("client: what belongs to another run is passed over") {
  HostileHelper helper;
  const auto box = helper.running();
  Ended killed;
  killed.stop = Stop::kKilled;
  helper.say(encode_ended(7, {}));
  helper.say(encode_measured(0, {}));
  helper.say(encode_ended(1, killed));
  CHECK(stop_of(box->wait(seconds(10))) == Stop::kKilled);
}

TEST_CASE("client: a measurement gives the end when it came first") {
  HostileHelper helper;
  const auto box = helper.running();
  Ended ended;
  ended.stop = Stop::kExited;
  ended.usage.cpu = seconds(3);
  helper.say(encode_ended(1, ended));
  const Sandbox::Measured measured = box->measure();
  CHECK(stop_of(measured.ended) == Stop::kExited);
  CHECK(measured.usage.cpu == seconds(3));
}

TEST_CASE("client: waiting without an event gives nothing") {
  HostileHelper helper;
  const auto box = helper.running();
  CHECK_FALSE(box->wait(Nanos(0)).has_value());
  helper.hang_up();
  CHECK(stop_of(box->wait(seconds(10))) == Stop::kLost);
}

}  // namespace algo::sandbox
