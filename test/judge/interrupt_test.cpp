#include "judge/interrupt.h"

#include "judge/watch.h"
#include "support/fake_sandbox.h"

#include <doctest/doctest.h>

#include <csignal>

namespace algo::judge {
namespace {

using namespace std::chrono_literals;

// Takes the pending SIGTERM away and unblocks it, for the tests that follow in this process.
void accept_sigterm() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  int signal = 0;
  CHECK(sigwait(&set, &signal) == 0);
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

TEST_CASE("interrupt: every period of a pause gives one beat, and the pause is over") {
  Interrupt interrupt;
  int beats = 0;
  interrupt.set_pulse(1ms, [&] { ++beats; });
  interrupt.pause(1h);
  CHECK(beats == 1);
  interrupt.pause(1h);
  CHECK(beats == 2);
}

TEST_CASE("interrupt: a pause without a pulse ends by itself") {
  const Interrupt interrupt;
  interrupt.pause(1ms);
  CHECK_FALSE(interrupt.raised());
}

TEST_CASE("interrupt: SIGTERM ends a pause and every later one") {
  const Interrupt interrupt = Interrupt::on_sigterm();
  std::raise(SIGTERM);
  CHECK(interrupt.raised());
  CHECK_THROWS_AS(interrupt.pause(1h), Interrupted);
  CHECK_THROWS_AS(interrupt.pause(1h), Interrupted);
  accept_sigterm();
}

TEST_CASE("interrupt: past the deadline every wait is over, a later one at once") {
  Interrupt interrupt;
  interrupt.set_deadline(1ms);
  CHECK_THROWS_AS(interrupt.pause(1h), OutOfTime);
  CHECK_THROWS_AS(interrupt.pause(1h), OutOfTime);
  CHECK_THROWS_AS(interrupt.check_deadline(), OutOfTime);
}

TEST_CASE("interrupt: a deadline that has passed already is one") {
  Interrupt interrupt;
  interrupt.set_deadline(-1h);
  CHECK_THROWS_AS(interrupt.pause(1h), OutOfTime);
}

TEST_CASE("interrupt: before the deadline, and without one, nothing is late") {
  Interrupt interrupt;
  interrupt.check_deadline();
  interrupt.set_deadline(1h);
  interrupt.check_deadline();
  interrupt.pause(1ms);
}

TEST_CASE("watch: waiting for the solution keeps the pulse going") {
  test::FakeSandbox box({});
  Interrupt interrupt;
  int beats = 0;
  interrupt.set_pulse(1ms, [&] { ++beats; });
  Watch watch(box, interrupt, {});
  while (beats < 3) watch.turn(1h);
  CHECK_FALSE(watch.ended());
}

}  // namespace
}  // namespace algo::judge
