#include "spec/error_of.h"
#include "spec/yaml_reader.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace algo::spec {

namespace {

std::string repeat(const std::string& unit, std::size_t times) {
  std::string text;
  text.reserve(unit.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

std::string error_of(const std::string& yaml) {
  return test::error_of([&] { return read_yaml(yaml, "f"); });
}

}  // namespace

TEST_CASE("read_yaml: refuses a bomb of aliases before any is followed") {
  std::string bomb = "a0: &a0 [x]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "*a" + std::to_string(i - 1) + ", ";
    bomb +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeat(before, 10) + "]\n";
  }
  CHECK(error_of(bomb) == "f:1:5: an anchor &a0; write every value out");
  CHECK(error_of("[" + repeat("*a,", 300'000) + "]") == "f:1:2: an alias; write the value out");
}

TEST_CASE("read_yaml: refuses 10^6 aliases as too large a file") {
  CHECK(error_of("a: &a 1\nb: [" + repeat("*a, ", 1'000'000) + "]") ==
        "f: larger than 1 MiB; put large cases into files of their own (casesFrom); got 3.81 MiB");
}

TEST_CASE("read_yaml: refuses deep nesting of every kind") {
  for (const char* unit : {"[", "{", "[a, [", "{a: ", "[{a: ", "- ", "? ", ": ", "- ? ", "[\n"}) {
    CAPTURE(unit);
    const std::string error = error_of(repeat(unit, 100'000));
    CAPTURE(error);
    const bool refused = error.find("nested deeper than 32 levels") != std::string::npos ||
                         error.find("as a key") != std::string::npos ||
                         error.find("empty key") != std::string::npos ||
                         error.find("not valid YAML") != std::string::npos;
    CHECK(refused);
  }
  std::string stairs;
  for (std::size_t i = 0; i < 1000; ++i) stairs += std::string(i, ' ') + "a:\n";
  CHECK(error_of(stairs) == "f:33:33: nested deeper than 32 levels");
}

TEST_CASE("read_yaml: takes 32 levels and no more") {
  CHECK(error_of(repeat("[", 32) + repeat("]", 32)) == "no error");
  CHECK(error_of(repeat("[", 33) + repeat("]", 33)) == "f:1:33: nested deeper than 32 levels");
}

TEST_CASE("read_yaml: refuses too many values") {
  CHECK(error_of("[" + repeat("1,", 200'001) + "]") ==
        "f:1:400000: more than 200000 values; put large cases into files of their own (casesFrom)");
}

TEST_CASE("read_yaml: survives odd bytes in bulk") {
  for (const char* unit :
       {"\"", "'", "|\n", ">\n", "%a\n", "!",  "! ", "&", "*",   "#", ",",   "---\n", "...\n",
        "\\", "`", "@",   "]",   "}",    "\n", " ",  "a", "a: ", ":", "?\n", "\"a\":"}) {
    CAPTURE(unit);
    const std::string error = error_of(repeat(unit, 200'000));
    CAPTURE(error);
    CHECK((error == "no error" || error.starts_with("f:")));
  }
}

}  // namespace algo::spec
