#include "base/json.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace algo {
namespace {

std::string refusal(const std::string& text, const JsonBounds& bounds = {}) {
  try {
    static_cast<void>(parse_json(text, "f.json", bounds));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInput);
    return error.what();
  }
  return "";
}

bool refused_for(const std::string& text, const std::string& reason) {
  const std::string said = refusal(text);
  INFO(said);
  return said.find(reason) != std::string::npos;
}

TEST_CASE("parse_json: keeps the order of keys and the exact integers") {
  for (const char* text : {R"({"z":1,"a":[true,false,null],"m":{"k":"v"}})",
                           "[9223372036854775807,-9223372036854775808,18446744073709551615]",
                           "[9007199254740993]",
                           R"("\u0001é\"\\")",
                           "[]",
                           "{}",
                           "0.5"}) {
    CAPTURE(text);
    CHECK(dump_json(parse_json(text, "f")) == text);
  }
}

TEST_CASE("parse_json: points at the character that is wrong") {
  struct Row {
    const char* text;
    const char* position;
  };
  for (const Row& row : {Row{R"({"a":1,})", "f.json:1:8:"},
                         Row{"[1,\n 2,\n x]", "f.json:3:2:"},
                         Row{"[1] x", "f.json:1:5:"},
                         Row{"[01]", "f.json:1:3:"},
                         Row{"\"a\xff\"", "f.json:1:3:"},
                         Row{"{\"a\":1,\n\"a\":2}", "f.json:2:3:"}}) {
    CAPTURE(row.text);
    const std::string said = refusal(row.text);
    CAPTURE(said);
    CHECK(said.starts_with(row.position));
  }
}

TEST_CASE("parse_json: refuses what JSON is not") {
  for (const char* text :
       {"",       "   ",         "nul",       "[1,]",     "{\"a\"}",     "{a:1}",      "'a'",
        "NaN",    "Infinity",    "+1",        "1.",       ".5",          "\"\n\"",     "// x\n1",
        "[1][2]", "\"\\ud800\"", "\"\\x41\"", "\xef\xbb", "{\"a\":1,,}", "[\"unclosed"}) {
    CAPTURE(text);
    CHECK(refusal(text).starts_with("f.json:1:"));
  }
}

TEST_CASE("parse_json: refuses numbers that would change their value") {
  CHECK(refused_for("[18446744073709551616]", "beyond 64 bits"));
  CHECK(refused_for("[-9223372036854775809]", "beyond 64 bits"));
  CHECK_FALSE(refusal("[1e400]").empty());
  CHECK(refusal("[1e308, -0.0, 1e-400]").empty());
}

TEST_CASE("parse_json: refuses one key twice, at any depth, but not in two objects") {
  CHECK(refused_for(R"({"a":{"b":1,"b":2}})", "key \"b\" twice"));
  CHECK(refused_for("{\"a\":1,\"\\u0061\":2}", "key \"a\" twice"));
  CHECK(refusal(R"([{"a":1},{"a":{"a":2}}])").empty());
}

TEST_CASE("parse_json: the bounds are the last sizes that are allowed") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(refusal(nested(64)).empty());
  CHECK(refused_for(nested(65), "deeper than 64"));
  CHECK(refused_for(std::string(1000000, '['), "deeper than 64"));
  CHECK(refusal("[1]", {.max_bytes = 3, .max_depth = 1}).empty());
  CHECK_FALSE(refusal("[1] ", {.max_bytes = 3, .max_depth = 1}).empty());
  CHECK_FALSE(refusal("[[]]", {.max_bytes = 9, .max_depth = 1}).empty());
}

TEST_CASE("parse_json: reads a great many keys in reasonable time") {
  std::string text = "{";
  for (int i = 0; i < 100000; ++i) text += "\"key" + std::to_string(i) + "\":0,";
  text.back() = '}';
  CHECK(parse_json(text, "f").size() == 100000);
}

TEST_CASE("parse_json: tells of each element of a list in the whole, with its text") {
  std::string told;
  const ElementSink note =
      [&](std::string_view key, std::size_t index, Json& value, std::string_view text) {
        told += std::string(key) + " " + std::to_string(index) + " " + dump_json(value) + " from " +
                std::string(text) + "\n";
        value = nullptr;
      };
  const std::string text = "{\"o\":{\"p\":{}},\"a\":[1, [2, [3]] ,{ \"k\" : [4] }\n],\"b\":[{}]}";
  const Json left = parse_json(text, "f", {}, note);
  CHECK(told ==
        "a 1 [2,[3]] from [2, [3]]\n"
        "a 2 {\"k\":[4]} from { \"k\" : [4] }\n"
        "b 0 {} from {}\n");
  CHECK(dump_json(left) == R"({"o":{"p":{}},"a":[1,null,null],"b":[null]})");
  told.clear();
  CHECK(dump_json(parse_json("[[[1]]]", "f", {}, note)) == "[[[1]]]");
  CHECK(told.empty());
}

TEST_CASE("dump_json: never throws, whatever a solution printed") {
  const Json value = {{"text", "a\xff\xfe"}, {"number", std::numeric_limits<double>::infinity()}};
  CHECK(dump_json(value) == "{\"text\":\"a\xef\xbf\xbd\xef\xbf\xbd\",\"number\":null}");
}

TEST_CASE("dump_json_pretty: indents by two and ends the last line") {
  CHECK(dump_json_pretty(Json{{"a", {1, 2}}}) == "{\n  \"a\": [\n    1,\n    2\n  ]\n}\n");
}

}  // namespace
}  // namespace algo
