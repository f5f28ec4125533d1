#include "spec/yaml_scalar.h"

#include <doctest/doctest.h>

namespace algo::spec {

TEST_CASE("plain_scalar: follows the core schema of YAML 1.2") {
  struct Row {
    const char* text;
    const char* json;
  };
  for (const Row& row : {Row{"", "null"},
                         Row{"~", "null"},
                         Row{"null", "null"},
                         Row{"Null", "null"},
                         Row{"nULL", "\"nULL\""},
                         Row{"true", "true"},
                         Row{"FALSE", "false"},
                         Row{"yes", "\"yes\""},
                         Row{"on", "\"on\""},
                         Row{"0", "0"},
                         Row{"-0", "0"},
                         Row{"+7", "7"},
                         Row{"-12", "-12"},
                         Row{"9223372036854775807", "9223372036854775807"},
                         Row{"-9223372036854775808", "-9223372036854775808"},
                         Row{"18446744073709551615", "18446744073709551615"},
                         Row{"1.5", "1.5"},
                         Row{".5", "0.5"},
                         Row{"5.", "5.0"},
                         Row{"1e3", "1000.0"},
                         Row{"-1E-9", "-1e-09"},
                         Row{"1_000", "\"1_000\""},
                         Row{"1e", "\"1e\""},
                         Row{".", "\".\""},
                         Row{"-", "\"-\""},
                         Row{"1:30", "\"1:30\""},
                         Row{"2020-01-01", "\"2020-01-01\""},
                         Row{"0xZZ", "\"0xZZ\""},
                         Row{"128Mi", "\"128Mi\""}}) {
    CAPTURE(row.text);
    const auto value = plain_scalar(row.text);
    REQUIRE(value.has_value());
    CHECK(dump_json(*value) == row.json);
  }
}

TEST_CASE("plain_scalar: refuses numbers that readers disagree about") {
  for (const char* text : {"010",
                           "-007",
                           "0o17",
                           "0x1F",
                           "0b11",
                           ".inf",
                           "-.Inf",
                           ".nan",
                           "1e999",
                           "18446744073709551616",
                           "-9223372036854775809"}) {
    CAPTURE(text);
    CHECK_FALSE(plain_scalar(text).has_value());
  }
}

}  // namespace algo::spec
