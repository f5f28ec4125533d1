#include "spec/yaml_reader.h"

#include "spec/error_of.h"

#include <doctest/doctest.h>

namespace algo::spec {

namespace {

std::string json_of(const std::string& yaml) {
  return dump_json(read_yaml(yaml, "f").value);
}
std::string error_of(const std::string& yaml) {
  return test::error_of([&] { return read_yaml(yaml, "f"); });
}

}  // namespace

TEST_CASE("read_yaml: reads block and flow, quoted text as text") {
  CHECK(json_of("a: 1\nb: [yes, 'no', \"1\", !!str 2, ! 3]\nc: {d: , e: ~}\n") ==
        R"({"a":1,"b":["yes","no","1","2","3"],"c":{"d":null,"e":null}})");
  CHECK(json_of("- |\n  x\n  y\n- >-\n  x\n  y\n") == R"(["x\ny\n","x y"])");
  CHECK(json_of("a:\r\n  - \"\\u00e4\\n\"\r\n") == R"({"a":["ä\n"]})");
}

TEST_CASE("read_yaml: skips a byte order mark") {
  CHECK(json_of("\xEF\xBB\xBF"
                "a: b") == R"({"a":"b"})");
}

TEST_CASE("read_yaml: marks keys and values") {
  const Document document = read_yaml("a: 1\nbb:\n  - x\n  - {c: d}\n", "f");
  REQUIRE(document.marks.has_value());
  const Marks& root = *document.marks;
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].value.column == 4);
  CHECK(root.children[1].key.line == 2);
  const Marks& inner = root.children[1].children.at(1).children.at(0);
  CHECK(inner.key.line == 4);
  CHECK(inner.key.column == 6);
  CHECK(inner.value.column == 9);
}

TEST_CASE("read_yaml: marks a value left out at its key") {
  const Document document = read_yaml("a:\n\n\nb: 1\n", "f");
  CHECK(document.marks->children.at(0).value.line == 1);
}

TEST_CASE("read_yaml: says where and why it refuses") {
  struct Row {
    const char* yaml;
    const char* error;
  };
  for (const Row& row : {
           Row{"a: 1\nb: 2\na: 3\n", "f:3:1: the key \"a\" twice in one map; remove one"},
           Row{"{\"a\": 1, a: 2}", "f:1:10: the key \"a\" twice in one map; remove one"},
           Row{"a: &x 1\n", "f:1:4: an anchor &x; write every value out"},
           Row{"a: *x\n", "f:1:4: an alias; write the value out"},
           Row{"<<: {a: 1}\n", "f:1:1: a merge key <<; write every value out"},
           Row{"a: !!int 1\n", "f:1:4: the tag \"tag:yaml.org,2002:int\"; only !!str is known"},
           Row{"a: !x [1]\n", "f:1:4: the tag \"!x\"; only !!str is known"},
           Row{"a: 1\n---\nb: 2\n", "f:2:1: a second document; one file holds one document"},
           Row{"a: 1\n...\nb: 2\n", "f:3:1: a second document; one file holds one document"},
           Row{"[1] 2", "f:1:5: a second document; one file holds one document"},
           Row{"a:\n\tb: 1\n", "f:2:1: a tab in the indentation; indent with spaces"},
           Row{"a:\n  \tb: 1\n", "f:2:4: a tab in the indentation; indent with spaces"},
           Row{"? [a]\n: b\n", "f:1:3: a list or map as a key; a key is one line of text"},
           Row{": b\n", "f:1:1: an empty key; a key is one line of text"},
           Row{"a: 010\n",
               "f:1:4: not a number that every reader understands alike; write it in decimal, "
               "within 64 bits, or quote it; got 010"},
           Row{"a: b: c\n", "f:1:5: not valid YAML: illegal map value"},
           Row{"a: [1\n", "f:2:1: not valid YAML: end of sequence flow not found"},
           Row{"a: \"\\ud800\"\n", "f:1:11: not valid YAML: invalid unicode: 55296"},
           Row{"a: x\x04y\n",
               "f:1:5: a control character; write it as an escape inside double quotes"},
           Row{"a: 1\rb: 2\n",
               "f:1:5: a control character; write it as an escape inside double quotes"},
           Row{"a: 1\nb: \xff\n", "f:2:4: not UTF-8; save the file as UTF-8"},
           Row{"", "f:1:1: empty; a problem is expected"},
           Row{"# nothing\n", "f:1:1: empty; a problem is expected"},
       }) {
    CAPTURE(row.yaml);
    CHECK(error_of(row.yaml) == row.error);
  }
  CHECK(error_of(std::string("a: \0", 4)) ==
        "f:1:4: a control character; write it as an escape inside double quotes");
  CHECK(error_of(std::string("\xFF\xFE"
                             "a\0",
                             4)) == "f:1:1: not UTF-8; save the file as UTF-8");
}

}  // namespace algo::spec
