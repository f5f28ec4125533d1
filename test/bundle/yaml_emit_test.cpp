#include "base/yaml_emit.h"

#include "bundle/yaml_to_json.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

namespace algo::test {
namespace {

constexpr std::array kPieces = {"a",
                                "b",
                                " ",
                                "  ",
                                "\n",
                                "\n\n",
                                "\t",
                                ":",
                                "#",
                                "-",
                                "? ",
                                "|",
                                ">",
                                "'",
                                "\"",
                                "\\",
                                "\x01",
                                "\r",
                                "\x7f",
                                "é",
                                "\xc2\x85",
                                "\xe2\x80\xa8",
                                "\xef\xbb\xbf",
                                "\xf0\x9f\x98\x80",
                                "yes",
                                "no",
                                "1",
                                "0x1f",
                                "1e6",
                                "~",
                                "null",
                                "---",
                                "...",
                                "%",
                                "&x",
                                "*x",
                                "!t",
                                "[",
                                "]",
                                "{",
                                "}",
                                ",",
                                "=",
                                "<<",
                                "12:30",
                                "2001-01-01",
                                "@",
                                "`",
                                ".",
                                ".5",
                                "0b1",
                                "128Mi",
                                "key: v",
                                " #c",
                                "- "};

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t pieces = random() % 6;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces.at(random() % kPieces.size());
  return text;
}

Json random_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 0 ? 8 : 5)) {
    case 0:
      return static_cast<std::int64_t>(random()) - 2'000'000'000;
    case 1:
      return static_cast<double>(random()) / 777.0;
    case 2:
      return random() % 2 == 0;
    case 3:
    case 4:
      return random_text(random);
    case 5: {
      Json array = Json::array();
      for (std::size_t i = random() % 4; i > 0; --i)
        array.push_back(random_value(random, depth - 1));
      return array;
    }
    default: {
      Json object = Json::object();
      for (std::size_t i = random() % 4; i > 0; --i) {
        object[random_text(random)] = random_value(random, depth - 1);
      }
      return object;
    }
  }
}

void check_round_trip(const Json& value) {
  const std::string yaml = to_yaml(value);
  CAPTURE(yaml);
  const std::vector<Json> back = yaml_to_json(yaml);
  REQUIRE(back.size() == 1);
  CHECK(dump_json(back.front()) == dump_json(value));
}

TEST_CASE("to_yaml: block style, keys in the order of the value, sequences as kubectl prints") {
  const Json value = {{"kind", "Job"},
                      {"args", Json::array({"a b", Json::array({1, 2}), Json{{"z", 1}, {"a", 2}}})},
                      {"none", Json::array()},
                      {"nothing", Json::object()},
                      {"text", "one\n  two\n"}};
  CHECK(to_yaml(value) ==
        "kind: Job\n"
        "args:\n"
        "- a b\n"
        "- - 1\n"
        "  - 2\n"
        "- z: 1\n"
        "  a: 2\n"
        "none: []\n"
        "nothing: {}\n"
        "text: |\n"
        "  one\n"
        "    two\n");
}

TEST_CASE("to_yaml: the style of a string") {
  struct Row {
    std::string text;
    std::string yaml;
  };
  const std::array rows = {
      Row{"128Mi", "128Mi"},
      Row{"kubernetes.io/os", "kubernetes.io/os"},
      Row{"sha256:7f3a", "sha256:7f3a"},
      Row{"--peer-uid=20002", "--peer-uid=20002"},
      Row{"---", "\"---\""},
      Row{"- a", "\"- a\""},
      Row{"/algo/bin/algo-judge", "/algo/bin/algo-judge"},
      Row{"", "\"\""},
      Row{"True", "\"True\""},
      Row{"no", "\"no\""},
      Row{"12345678", "\"12345678\""},
      Row{"1e6", "\"1e6\""},
      Row{"0x1F", "\"0x1F\""},
      Row{"2001-12-14t21:59:43Z", "\"2001-12-14t21:59:43Z\""},
      Row{"a: b", "\"a: b\""},
      Row{"a #b", "\"a #b\""},
      Row{"ends:", "\"ends:\""},
      Row{R"(say "hi"\)", R"("say \"hi\"\\")"},
      Row{"\x01\x7f\xc2\x85\xe2\x80\xa8", R"("\u0001\u007f\u0085\u2028")"},
      Row{"a\r\nb", R"("a\r\nb")"},
      Row{"a\n\tb", "|-\n  a\n  \tb"},
      Row{"a\n\n", "|+\n  a\n"},
      Row{"\ta\nb", R"("\ta\nb")"},
      Row{" a\nb", R"(" a\nb")"},
      Row{"bad \xff", "\"bad \xef\xbf\xbd\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(to_yaml(row.text) == row.yaml + "\n");
  }
}

TEST_CASE("to_yaml: reading back gives the same value") {
  const Json tricky = {
      {"? ", "- "},
      {std::string(1100, 'k'), Json{{"x", 1}}},
      {std::string(1200, ' '), Json::array({"v"})},
      {"", nullptr},
      {"yes", Json::array({"\n", "\n\n", "a\n\n\n", "a\n   ", "a\n   \n", "a\n \n\nb"})},
      {"9007199254740993", 9007199254740993},
      {"tiny", 1e-9}};
  check_round_trip(tricky);
  check_round_trip(std::string("top level\ntext\n"));
}

TEST_CASE("to_yaml: reading back gives the same value, for values that nobody would think of") {
  std::mt19937 random(20260101);  // NOLINT: the same values in every run
  for (int i = 0; i < 3000; ++i) check_round_trip(random_value(random, 4));
}

}  // namespace
}  // namespace algo::test
