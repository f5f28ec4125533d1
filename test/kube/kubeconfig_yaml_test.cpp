#include "base/error.h"
#include "kube/kube_fakes.h"
#include "kube/kube_yaml.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

std::string why_not(const std::string& text, const YamlBounds& bounds = {}) {
  return test::refusal([&] { return read_kube_yaml(text, "f", bounds); });
}

std::string text_at(const YamlNode& root, const std::string& key) {
  const YamlNode* node = root.find(key);
  return node == nullptr ? "(none)" : node->text;
}

TEST_CASE("read_kube_yaml: plain scalars stay the text that was written") {
  for (const std::string text : {"0", "1", "433e40", "0x1F", "yes", "1_000", "2024-01-02", "-.5"}) {
    CAPTURE(text);
    const YamlNode root = read_kube_yaml("a: " + text + "\nb: \"" + text + "\"\n", "f");
    CHECK(text_at(root, "a") == text);
    CHECK(text_at(root, "b") == text);
  }
}

TEST_CASE("read_kube_yaml: nulls and missing members are the same") {
  const YamlNode root = read_kube_yaml("a:\nb: null\nc: ~\nq: \"null\"\n", "f");
  CHECK(root.find("a") == nullptr);
  CHECK(root.find("b") == nullptr);
  CHECK(root.find("c") == nullptr);
  CHECK(root.find("e") == nullptr);
  CHECK(text_at(root, "q") == "null");
  for (const std::string text : {"", "\n", "---\n", "# nothing\n"}) {
    CAPTURE(text);
    CHECK(read_kube_yaml(text, "f").kind == YamlNode::Kind::kNull);
  }
}

TEST_CASE("read_kube_yaml: members know their lines, and the last of two counts") {
  const YamlNode root = read_kube_yaml("a: 1\nb:\n  - x\n  - y: 2\na: 3\n", "f");
  CHECK(text_at(root, "a") == "3");
  CHECK(root.find("a")->line == 5);
  REQUIRE(root.find("b") != nullptr);
  CHECK(root.find("b")->line == 2);
  REQUIRE(root.find("b")->children.size() == 2);
  CHECK(root.find("b")->children[1].line == 4);
}

TEST_CASE("read_kube_yaml: takes JSON, also what is no YAML") {
  CHECK(text_at(read_kube_yaml(R"({"a":"1","b":[true,null]})", "f"), "a") == "1");
  CHECK(text_at(read_kube_yaml("{\n\t\"a\": \"\\ud83d\\ude00\"\n}", "f"), "a") == "\U0001F600");
  CHECK(text_at(read_kube_yaml("{\n\t\"a\": 12\n}", "f"), "a") == "12");
}

TEST_CASE("read_kube_yaml: only the first document counts; read_kube_documents gives them all") {
  CHECK(text_at(read_kube_yaml("a: 1\n---\na: 2\n", "f"), "a") == "1");
  const std::vector<YamlNode> all = read_kube_documents("a: 1\n---\na: 2\n", "f");
  REQUIRE(all.size() == 2);
  CHECK(text_at(all[1], "a") == "2");
}

TEST_CASE("read_kube_yaml: follows aliases, within the bounds") {
  const YamlNode root = read_kube_yaml("a: &x {k: v}\nb: *x\n", "f");
  REQUIRE(root.find("b") != nullptr);
  CHECK(text_at(*root.find("b"), "k") == "v");

  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int k = 0; k < 9; ++k) bomb += ", " + last;
    bomb += "]\n";
  }
  CHECK(test::contains(why_not(bomb), "more than 200000 values"));

  std::string deep = "a0: &a0 [x]\n";
  for (int i = 1; i < 80; ++i) {
    deep += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
            "]\n";
  }
  CHECK(test::contains(why_not(deep), "nested deeper than 64 levels"));
}

TEST_CASE("read_kube_yaml: refuses hostile text, naming the line and no value") {
  struct Case {
    std::string text;
    std::string why;
  };
  const std::vector<Case> cases{
      {"a: secret\nb: *secret\n", "f:2: an alias to an unknown anchor"},
      {"a: &x [*x]\n", "f:1: an alias to a value that it is part of"},
      {"a: 1\nb: !secret x\n", "f:2: a tag other than !!str"},
      {"a: !!binary eA==\n", "f:1: a tag other than !!str"},
      {"? [secret]\n: 1\n", "f:1: a list or map as a key"},
      {"x: &s {a: 1}\n*s : 1\n", "f:2: a list or map as a key"},
      {"a: &x {b: 1}\nc:\n  <<: *x\n", "f:3: a merge key <<; write the values out"},
      {"a: secret\x04\n", "f:1: a control character"},
      {"a: 1\nb: \xff\n", "f:2: not UTF-8"},
      {"a: 1\nb: [secret\n", "not valid YAML"},
      {"\"a\": \"secret\n", "not valid YAML"},
      {std::string(100, '[') + std::string(100, ']'), "nested deeper than 64 levels"},
      {"{\"a\": secret", "f:1: "},
      {"a: 'secret\n\n", "not valid YAML"},
  };
  for (const Case& test_case : cases) {
    CAPTURE(test_case.text);
    const std::string why = why_not(test_case.text);
    CAPTURE(why);
    CHECK(test::contains(why, test_case.why));
    CHECK_FALSE(test::contains(why, "secret"));
  }
  CHECK(why_not("a: 12345\n", {.max_bytes = 4}) == "f: larger than 4 B");
  CHECK(why_not("[1, 2, 3]", {.max_values = 3}) == "f:1: more than 3 values");
}

TEST_CASE("yaml_boolean: knows the words of YAML 1.1, and only plain ones") {
  for (const std::string word : {"true", "True", "TRUE", "yes", "on", "y"}) {
    CAPTURE(word);
    CHECK(yaml_boolean(*read_kube_yaml("a: " + word, "f").find("a")) == true);
  }
  for (const std::string word : {"false", "no", "off", "N"}) {
    CAPTURE(word);
    CHECK(yaml_boolean(*read_kube_yaml("a: " + word, "f").find("a")) == false);
  }
  for (const std::string word : {"\"true\"", "tRUE", "1", "[true]"}) {
    CAPTURE(word);
    CHECK_FALSE(yaml_boolean(*read_kube_yaml("a: " + word, "f").find("a")).has_value());
  }
}

TEST_CASE("to_json: plain scalars become what they look like") {
  const YamlNode root =
      read_kube_yaml("{n: 12, f: 1.5, t: yes, s: x, q: \"12\", z: null, l: [1], m: {a: b}}", "f");
  CHECK(dump_json(to_json(root)) ==
        R"({"n":12,"f":1.5,"t":true,"s":"x","q":"12","z":null,"l":[1],"m":{"a":"b"}})");
}

}  // namespace
}  // namespace algo::kube
