#include "judge/stolen_time.h"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>

namespace algo::judge {
namespace {

TEST_CASE("parse_stolen_time: takes the eighth number of the first line, or nothing") {
  struct Row {
    const char* text;
    std::optional<Nanos> stolen;
  };
  for (const Row& row : {Row{"cpu  1 2 3 4 5 6 7 25 9 10\ncpu0 1 2 3 4 5 6 7 99 9 10\n",
                             std::chrono::milliseconds(250)},
                         Row{"cpu  1 2 3 4 5 6 7 0", Nanos(0)},
                         Row{"cpu  1 2 3 4 5 6 7\n", std::nullopt},
                         Row{"cpu  1 2 3 4 5 6 7 x 9\n", std::nullopt},
                         Row{"cpu  1 2 3 4 5 6 7 -1 9\n", std::nullopt},
                         Row{"cpu  1 2 3 4 5 6 7 99999999999999999999 9\n", std::nullopt},
                         Row{"intr 1 2 3 4 5 6 7 8 9\n", std::nullopt},
                         Row{"", std::nullopt}}) {
    CAPTURE(row.text);
    CHECK(parse_stolen_time(row.text) == row.stolen);
  }
}

}  // namespace
}  // namespace algo::judge
