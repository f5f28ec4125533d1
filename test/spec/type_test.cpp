#include "spec/type.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::spec {

TEST_CASE("parse_type: reads what type_name writes") {
  for (const char* word : {"void",
                           "integer",
                           "long",
                           "double",
                           "string",
                           "boolean",
                           "character",
                           "ListNode",
                           "TreeNode",
                           "integer[]",
                           "string[][]",
                           "ListNode[]",
                           "double[][][][]"}) {
    CAPTURE(word);
    const auto type = parse_type(word);
    REQUIRE(type.has_value());
    CHECK(type_name(*type) == word);
  }
}

TEST_CASE("parse_type: counts brackets as depth") {
  CHECK(parse_type("integer[][]") == Type{Type::Base::kInteger, 2});
}

TEST_CASE("parse_type: refuses what is no type") {
  for (const char* word : {"",
                           "int",
                           "Integer",
                           "void[]",
                           "integer []",
                           "integer[",
                           "integer[3]",
                           "[]",
                           "[]integer",
                           " integer",
                           "integer[][][][][]"}) {
    CAPTURE(word);
    CHECK_FALSE(parse_type(word).has_value());
  }
}

}  // namespace algo::spec
