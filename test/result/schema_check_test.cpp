#include "result/schema_check.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace algo::test {
namespace {

const char* const kSchema = R"({
  "type": "object", "additionalProperties": false, "required": ["a"],
  "properties": {
    "a": {"type": "integer", "minimum": 0, "maximum": 9},
    "b": {"type": "array", "items": {"$ref": "#/$defs/word"}},
    "c": {"const": "v1"},
    "d": {"type": "object", "additionalProperties": {"type": "string"}}},
  "$defs": {"word": {"enum": ["x", "y"]}}})";

TEST_CASE("schema_faults: names each place that breaks a rule") {
  struct Row {
    const char* value;
    const char* fault;  // "" when there is none
  };
  const Row rows[] = {{R"({"a":0})", ""},
                      {R"({"a":9,"b":["x","y"],"c":"v1","d":{"k":"v"}})", ""},
                      {"[]", ": is no object"},
                      {"{}", "/a: is missing"},
                      {R"({"a":"1"})", "/a: is no integer"},
                      {R"({"a":1.5})", "/a: is no integer"},
                      {R"({"a":-1})", "/a: is less than 0"},
                      {R"({"a":10})", "/a: is more than 9"},
                      {R"({"a":1,"b":{}})", "/b: is no array"},
                      {R"({"a":1,"b":["x","z"]})", "/b/1: is none of enum"},
                      {R"({"a":1,"c":"v2"})", "/c: is not \"v1\""},
                      {R"({"a":1,"d":{"k":1}})", "/d/k: is no string"},
                      {R"({"a":1,"e":1})", "/e: is not declared"}};
  const Json schema = parse_json(kSchema, "schema");
  for (const Row& row : rows) {
    CAPTURE(row.value);
    std::string said;
    for (const std::string& fault : schema_faults(parse_json(row.value, "v"), schema)) {
      said += fault;
    }
    CHECK(said == row.fault);
  }
}

TEST_CASE("schema_faults: a keyword that it does not know is no rule that is kept") {
  CHECK_THROWS_AS(static_cast<void>(schema_faults(1, Json{{"multipleOf", 2}})), std::logic_error);
  CHECK_THROWS_AS(static_cast<void>(schema_faults(1, Json{{"type", "null"}})), std::logic_error);
}

}  // namespace
}  // namespace algo::test
