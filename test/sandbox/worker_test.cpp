#include "sandbox/box.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>

using algo::sandbox::Sandbox;
using algo::sandbox::Stop;
using algo::test::Box;
using namespace std::chrono_literals;

namespace {

class Worker {
 public:
  explicit Worker(Box& box) : requests_(algo::make_pipe()), answers_(algo::make_pipe()) {
    algo::sandbox::Channels channels;
    channels.answers = answers_.write.get();
    channels.requests = requests_.read.get();
    box.start("worker", {}, channels);
    requests_.read.reset();
    answers_.write.reset();
  }

  void send(unsigned char milliseconds, unsigned char mebibytes) const {
    const std::array<unsigned char, 2> request{milliseconds, mebibytes};
    REQUIRE(::write(requests_.write.get(), request.data(), request.size()) == 2);
  }
  [[nodiscard]] bool answered() const {
    char answer = 0;
    return ::read(answers_.read.get(), &answer, 1) == 1;
  }
  void ask(unsigned char milliseconds, unsigned char mebibytes) const {
    send(milliseconds, mebibytes);
    REQUIRE(answered());
  }
  void hang_up() { requests_.write.reset(); }

 private:
  algo::Pipe requests_;
  algo::Pipe answers_;
};

void wait_for_event(Box& box) {
  pollfd entry{.fd = box.box().event_fd(), .events = POLLIN, .revents = 0};
  REQUIRE(::poll(&entry, 1, 10'000) == 1);
}

}  // namespace

TEST_CASE("worker: every case is measured on its own") {
  Box box;
  const Worker worker(box);
  const auto measure = [&](unsigned char milliseconds, unsigned char mebibytes) {
    box.box().begin(5s, 10s);
    worker.ask(milliseconds, mebibytes);
    const Sandbox::Measured measured = box.box().measure();
    REQUIRE_FALSE(measured.ended.has_value());
    return measured.usage;
  };
  const auto big = measure(30, 100);
  CHECK(big.cpu >= 30ms);
  CHECK(big.peak_memory >= 100ULL << 20U);
  const auto small = measure(0, 1);
  CHECK(small.cpu < big.cpu);
  CHECK(small.wall < big.wall);
  // The peak of the case before is forgotten where the kernel allows that.
  CHECK(small.peak_memory < big.peak_memory);
  CHECK(measure(20, 1).cpu >= 20ms);
}

TEST_CASE("worker: the limit of a case stops it in this case, not by the sum of all") {
  Box box;
  box.limits.cpu = 10s;
  const Worker worker(box);
  for (int i = 0; i < 5; ++i) {
    box.box().begin(100ms, 10s);
    worker.ask(50, 0);
    CHECK_FALSE(box.box().measure().ended.has_value());
  }
  box.box().begin(100ms, 10s);
  worker.send(255, 0);
  const auto ended = algo::test::need(box.box().wait(20s));
  CHECK(ended.stop == Stop::kCpuLimit);
  CHECK(ended.usage.cpu >= 100ms);
  CHECK(ended.usage.cpu < 2s);
  CHECK_FALSE(worker.answered());
  CHECK(box.survivors().empty());
}

TEST_CASE("worker: an armed limit holds although nobody waits") {
  Box box;
  const Worker worker(box);
  box.box().begin(1s, 50ms);
  box.box().arm();
  wait_for_event(box);
  CHECK(algo::test::need(box.box().wait(10s)).stop == Stop::kWallLimit);
}

TEST_CASE("worker: what ends before its limits are armed has used what it used in this case") {
  Box box;
  Worker worker(box);
  box.box().begin(5s, 10s);
  worker.ask(100, 0);
  CHECK(box.box().measure().usage.cpu >= 100ms);
  box.box().begin(5s, 10s);
  worker.hang_up();
  wait_for_event(box);
  const auto ended = algo::test::need(box.box().wait(10s));
  CHECK(ended.stop == Stop::kExited);
  CHECK(ended.usage.cpu < 100ms);
}

TEST_CASE("worker: between cases no limit of time is armed") {
  Box box;
  const Worker worker(box);
  box.box().begin(1s, 500ms);
  worker.ask(0, 0);
  CHECK_FALSE(box.box().measure().ended.has_value());
  CHECK_FALSE(box.box().wait(600ms).has_value());
  box.box().begin(1s, 50ms);
  CHECK(algo::test::need(box.box().wait(10s)).stop == Stop::kWallLimit);
}

TEST_CASE("worker: its end comes back instead of a measurement") {
  Box box;
  Worker worker(box);
  box.box().begin(1s, 10s);
  worker.ask(0, 0);
  worker.hang_up();
  CHECK_FALSE(worker.answered());  // the pipe is closed: it has ended
  const Sandbox::Measured measured = box.box().measure();
  const auto ended = measured.ended ? measured.ended : box.box().wait(10s);
  CHECK(algo::test::need(ended).stop == Stop::kExited);
  CHECK(algo::test::need(ended).exit_code == 0);
}
