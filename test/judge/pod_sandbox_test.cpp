#include "judge/pod_sandbox.h"

#include "base/fd.h"
#include "judge/pod_age.h"
#include "sandbox/wire.h"
#include "support/fake_clock.h"
#include "support/temp_dir.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <array>
#include <atomic>
#include <cstring>
#include <thread>

namespace algo::judge {
namespace {

using std::chrono::seconds;

// The container "sandbox", one life after the other: what each does with the one who connects.
class Container {
 public:
  explicit Container(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    listener_ = Fd(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    REQUIRE(::bind(listener_.get(), generic, sizeof address) == 0);
    REQUIRE(::listen(listener_.get(), 1) == 0);
    life_ = std::thread([this] { live(); });
  }
  ~Container() { life_.join(); }
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  void kill() {
    killed_ = true;
    killed_.notify_one();
  }

 private:
  void live() {
    accept();  // and dies before it says hello
    for (const char* kernel : {"second life", "third life"}) {
      peer_ = accept();
      sandbox::Hello hello;
      hello.kernel = kernel;
      CHECK(sandbox::PacketSocket(peer_.get()).send(sandbox::encode_hello(hello), {}));
      if (kernel == std::string("third life")) return;
      killed_.wait(false);
      peer_ = Fd();
    }
  }
  Fd accept() { return Fd(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC)); }

  Fd listener_;
  Fd peer_;                          // in the third life, which goes on
  std::atomic<bool> killed_{false};  // in the second
  std::thread life_;
};

struct Pod {
  test::TempDir folder{};
  std::string socket = folder / "socket";
  test::FakeClock clock{};
};

}  // namespace

TEST_CASE(
    "pod_sandbox: a sandbox that dies, even while it is connected to, is followed by the next") {
  Pod pod;
  PodSandbox sandbox(pod.socket, [](Nanos) {}, pod.clock);
  Container container(pod.socket);
  sandbox.replace();
  CHECK(sandbox.recover());
  const std::string first = sandbox.box().hello().kernel;
  container.kill();
  while (sandbox.box().hello().kernel == first) std::this_thread::yield();
  CHECK(first == "second life");
  CHECK(sandbox.box().hello().kernel == "third life");
}

TEST_CASE("pod_sandbox: waits for a killed sandbox until the kubelet has restarted it") {
  Pod pod;
  int pauses = 0;
  PodSandbox sandbox(
      pod.socket,
      [&](Nanos) {
        pod.clock.advance(seconds(1));
        ++pauses;
      },
      pod.clock);
  sandbox.replace();
  CHECK_FALSE(sandbox.recover());  // nothing listens at all
  CHECK(pauses == 60);
}

TEST_CASE("pod_sandbox: no waiting past the judge's deadline") {
  Pod pod;
  Interrupt interrupt;
  interrupt.set_deadline(std::chrono::milliseconds(1));
  PodSandbox sandbox(pod.socket, [&](Nanos time) { interrupt.pause(time); }, pod.clock);
  sandbox.replace();
  CHECK_THROWS_AS(static_cast<void>(sandbox.recover()), OutOfTime);
}

TEST_CASE("pod_sandbox: an interruption goes through a wait") {
  Pod pod;
  PodSandbox sandbox(pod.socket, [](Nanos) { throw Interrupted{}; }, pod.clock);
  sandbox.replace();
  CHECK_THROWS_AS(static_cast<void>(sandbox.recover()), Interrupted);
}

TEST_CASE("pod_sandbox: a solution that ends its container again and again gets no other one") {
  Pod pod;
  PodSandbox sandbox(pod.socket, [](Nanos) { FAIL("waits"); }, pod.clock);
  for (int i = 0; i < kMostLost; ++i) sandbox.replace();
  CHECK_FALSE(sandbox.recover());
  CHECK(sandbox.lost().verdict == result::Verdict::kMLE);
}

TEST_CASE("pod_age: the age of the volume's folder, and zero for what cannot be") {
  const test::TempDir folder;
  const auto now = std::chrono::system_clock::now();
  const auto aged = [&](seconds by) {
    const timespec then{
        .tv_sec = std::chrono::duration_cast<seconds>(now.time_since_epoch() - by).count(),
        .tv_nsec = 0};
    const std::array<timespec, 2> times{then, then};
    REQUIRE(::utimensat(AT_FDCWD, folder.path().c_str(), times.data(), 0) == 0);
    return pod_age(folder.path(), now);
  };
  CHECK(aged(seconds(30)) >= seconds(30));
  CHECK(aged(seconds(30)) < seconds(32));
  CHECK(aged(seconds(-30)) == Nanos(0));
  CHECK(aged(std::chrono::hours(48)) == Nanos(0));
  CHECK(pod_age(folder.path() + "/none", now) == Nanos(0));
}

}  // namespace algo::judge
