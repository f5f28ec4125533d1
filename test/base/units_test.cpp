#include "base/text.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>

namespace algo {
namespace {

using std::chrono::nanoseconds;

TEST_CASE("human_duration: three digits in the unit that fits") {
  struct Row {
    std::int64_t nanos;
    const char* text;
  };
  for (const Row& row : {Row{0, "0 µs"},
                         Row{1500, "1.5 µs"},
                         Row{100000, "100 µs"},
                         Row{3200000, "3.2 ms"},
                         Row{12340000, "12.3 ms"},
                         Row{999000000, "999 ms"},
                         Row{1000000000, "1 s"},
                         Row{12500000000, "12.5 s"},
                         Row{3600000000000, "3600 s"}}) {
    CAPTURE(row.nanos);
    CHECK(human_duration(nanoseconds(row.nanos)) == row.text);
  }
}

TEST_CASE("human_bytes: binary units") {
  struct Row {
    std::uint64_t bytes;
    const char* text;
  };
  for (const Row& row : {Row{0, "0 B"},
                         Row{1023, "1023 B"},
                         Row{1024, "1 KiB"},
                         Row{6396314, "6.1 MiB"},
                         Row{std::uint64_t{128} << 20U, "128 MiB"},
                         Row{std::uint64_t{3} << 29U, "1.5 GiB"}}) {
    CAPTURE(row.bytes);
    CHECK(human_bytes(row.bytes) == row.text);
  }
}

TEST_CASE("parse_duration: Go's syntax") {
  struct Row {
    const char* text;
    std::int64_t nanos;
  };
  for (const Row& row : {Row{"500ms", 500000000},
                         Row{"30s", 30000000000},
                         Row{"2m", 120000000000},
                         Row{"1m30s", 90000000000},
                         Row{"1h", 3600000000000},
                         Row{"1.5s", 1500000000},
                         Row{"10us", 10000},
                         Row{"7ns", 7},
                         Row{"0s", 0}}) {
    CAPTURE(row.text);
    CHECK(parse_duration(row.text) == nanoseconds(row.nanos));
  }
}

TEST_CASE("parse_duration: refuses what Go refuses, signs, and more than a year") {
  for (const char* text : {"",
                           "s",
                           "30",
                           "30 s",
                           " 30s",
                           "-1s",
                           "+1s",
                           "1d",
                           "1S",
                           "1e3s",
                           "1.5.2s",
                           "1s30",
                           "infs",
                           "nans",
                           "0x1s",
                           "9000h",
                           "1e300s",
                           "99999999999999999999h"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text).has_value());
  }
}

TEST_CASE("parse_quantity: as Kubernetes reads memory") {
  struct Row {
    const char* text;
    std::uint64_t bytes;
  };
  for (const Row& row : {Row{"128Mi", std::uint64_t{128} << 20U},
                         Row{"1Gi", std::uint64_t{1} << 30U},
                         Row{"1.5Gi", std::uint64_t{3} << 29U},
                         Row{"64M", 64000000},
                         Row{"1k", 1000},
                         Row{"1Ki", 1024},
                         Row{"1e6", 1000000},
                         Row{"1E", 1000000000000000000},
                         Row{"1048576", 1048576},
                         Row{"0.1Mi", 104858},  // rounded up
                         Row{"0", 0}}) {
    CAPTURE(row.text);
    CHECK(parse_quantity(row.text) == row.bytes);
  }
}

TEST_CASE("parse_quantity: refuses everything else") {
  for (const char* text : {"",
                           "Mi",
                           "-1Mi",
                           "+1",
                           "1 Mi",
                           "1mi",
                           "1MB",
                           "1MiB",
                           "1K",
                           "1e6Mi",
                           "1e6k",
                           "8Ei",
                           "1e19",
                           "0x10",
                           "nan",
                           "1.2.3",
                           "12,5Mi"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_quantity(text).has_value());
  }
}

}  // namespace
}  // namespace algo
