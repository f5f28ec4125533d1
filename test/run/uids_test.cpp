#include "run/uids.h"

#include "run/run_fixture.h"

#include <doctest/doctest.h>

namespace algo::run {
namespace {

TEST_CASE("parse_uid_range: both forms of OpenShift's annotation, and nothing else") {
  struct Row {
    const char* text;
    std::uint32_t first;
    std::uint32_t count;
  };
  for (const Row& row : {Row{"1000640000/10000", 1000640000, 10000},
                         Row{"1000640000-1000649999", 1000640000, 10000},
                         Row{"5/3", 5, 3}}) {
    CAPTURE(row.text);
    const auto range = parse_uid_range(row.text);
    REQUIRE(range.has_value());
    CHECK(range->first == row.first);
    CHECK(range->count == row.count);
  }
  for (const char* text : {"",
                           "5",
                           "5/2",
                           "5-6",
                           "9-5",
                           "0/100",
                           "-5/9",
                           "x/9",
                           "5/9x",
                           "5//9",
                           "2147483647/3",
                           "4294967295-4294967296",
                           "99999999999/3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_uid_range(text).has_value());
  }
}

TEST_CASE("pick_first_uid: three users that lie within the range, whatever the number") {
  const UidRange range{1000, 10};
  for (const double number : {0.0, 0.34, 0.999999}) {
    CAPTURE(number);
    const std::uint32_t first = pick_first_uid(range, [&] { return number; });
    CHECK(first >= 1000);
    CHECK(first + 2 <= 1009);
    CHECK((first - 1000) % 3 == 0);
  }
}

TEST_CASE("uid_range_of: the namespace's annotation; none where it may not be read") {
  test::FakePlace fake;
  fake.answer(Json{
      {"metadata", {{"annotations", {{"openshift.io/sa.scc.uid-range", "1000640000/10000"}}}}}});
  fake.answer(Json{{"metadata", {{"name", "demo"}}}});
  fake.refuse(403, "Forbidden", "may not get namespaces");
  REQUIRE(uid_range_of(fake.place).has_value());
  CHECK_FALSE(uid_range_of(fake.place).has_value());
  CHECK_FALSE(uid_range_of(fake.place).has_value());
  CHECK(fake.sent(0) == "GET /api/v1/namespaces/demo");
}

}  // namespace
}  // namespace algo::run
