#include "kube/retry.h"

#include "support/fake_clock.h"

#include <doctest/doctest.h>

#include <vector>

namespace algo::kube {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

Head head_of(int status, const char* retry_after = nullptr) {
  Head head{.status = status, .headers = {}};
  if (retry_after != nullptr) {
    head.headers.push_back({.name = "retry-after", .value = retry_after});
  }
  return head;
}

TEST_CASE("may_retry: the table of client-go, row by row") {
  struct Row {
    const char* name;
    Head head;
    Failure failure;
    bool repeatable;
    bool once;
  };
  const std::vector<Row> rows{
      {"200", head_of(200), Failure::kNone, false, false},
      {"302", head_of(302), Failure::kNone, false, false},
      {"400", head_of(400), Failure::kNone, false, false},
      {"404 with Retry-After", head_of(404, "1"), Failure::kNone, false, false},
      {"429", head_of(429), Failure::kNone, false, false},
      {"429 with Retry-After", head_of(429, "1"), Failure::kNone, true, true},
      {"429 with a date", head_of(429, "Wed, 21 Oct"), Failure::kNone, false, false},
      {"500", head_of(500), Failure::kNone, false, false},
      {"500 with Retry-After", head_of(500, "0"), Failure::kNone, true, true},
      {"503 with Retry-After", head_of(503, "5"), Failure::kNone, true, true},
      {"504", head_of(504), Failure::kNone, false, false},
      {"reset", {}, Failure::kReset, true, false},
      {"reset within a body", head_of(200), Failure::kReset, true, false},
      {"refused", {}, Failure::kRefused, false, false},
      {"timeout", {}, Failure::kTimeout, false, false},
      {"no trust", {}, Failure::kTls, false, false},
      {"no such host", {}, Failure::kResolve, false, false},
      {"proxy", {}, Failure::kProxy, false, false},
      {"too large", head_of(200), Failure::kTooLarge, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    const Trouble trouble = trouble_of(row.head, {.failure = row.failure, .text = ""});
    CHECK(may_retry(Purpose::kRepeatable, trouble) == row.repeatable);
    CHECK(may_retry(Purpose::kOnce, trouble) == row.once);
  }
}

TEST_CASE("Backoff: doubles to its cap, and begins again after quiet or a reset") {
  test::FakeClock clock;
  Backoff backoff({milliseconds(800), seconds(5), 0.0, seconds(120)}, clock, [] { return 0.5; });
  CHECK(backoff.next() == milliseconds(800));
  CHECK(backoff.next() == milliseconds(1600));
  CHECK(backoff.next() == milliseconds(3200));
  CHECK(backoff.next() == seconds(5));
  CHECK(backoff.next() == seconds(5));
  clock.advance(seconds(120));
  CHECK(backoff.next() == seconds(5));
  clock.advance(seconds(126));
  CHECK(backoff.next() == milliseconds(800));
  CHECK(backoff.next() == milliseconds(1600));
  backoff.reset();
  CHECK(backoff.next() == milliseconds(800));
}

TEST_CASE("Backoff: jitter lengthens by a random part") {
  const test::FakeClock clock;
  Backoff backoff({seconds(1), seconds(5), 1.0, seconds(120)}, clock, [] { return 0.25; });
  CHECK(backoff.next() == milliseconds(1250));
  CHECK(backoff.next() == milliseconds(2500));
}

TEST_CASE("make_random: is at least 0 and below 1") {
  const auto random = make_random();
  for (int i = 0; i < 100; ++i) {
    const double number = random();
    CHECK(number >= 0.0);
    CHECK(number < 1.0);
  }
}

}  // namespace
}  // namespace algo::kube
