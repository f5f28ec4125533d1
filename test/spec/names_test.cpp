#include "spec/names.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::spec {

TEST_CASE("is_problem_name: takes DNS labels of at most 40 characters") {
  for (const std::string& name :
       {std::string("two-sum"), std::string("a"), std::string("3sum"), std::string(40, 'a')}) {
    CAPTURE(name);
    CHECK(is_problem_name(name));
  }
  for (const std::string& name : {std::string(),
                                  std::string("-a"),
                                  std::string("a-"),
                                  std::string("Two"),
                                  std::string("a_b"),
                                  std::string("a.b"),
                                  std::string("ä"),
                                  std::string(41, 'a'),
                                  std::string("a\0b", 3)}) {
    CAPTURE(name);
    CHECK_FALSE(is_problem_name(name));
  }
}

TEST_CASE("is_identifier: takes what every language takes") {
  for (const char* name : {"x", "twoSum", "LRUCache", "a_1"}) {
    CAPTURE(name);
    CHECK(is_identifier(name));
  }
  for (const char* name : {"", "_x", "1x", "a-b", "a b", "a;b", "é", "a.b"}) {
    CAPTURE(name);
    CHECK_FALSE(is_identifier(name));
  }
  CHECK_FALSE(is_identifier(std::string(65, 'a')));
}

TEST_CASE("is_case_name: takes letters, digits, dots, dashes, underscores") {
  CHECK(is_case_name("sample-1"));
  CHECK(is_case_name(std::string(64, '.')));
  CHECK_FALSE(is_case_name(""));
  CHECK_FALSE(is_case_name(std::string(65, 'a')));
  CHECK_FALSE(is_case_name("a b"));
  CHECK_FALSE(is_case_name("a/b"));
}

TEST_CASE("is_relative_path: stays below its folder") {
  for (const char* path : {"a", "src/solution.go", "cases/*.json", "a/..b", ".hidden"}) {
    CAPTURE(path);
    CHECK(is_relative_path(path));
  }
  for (const char* path : {"",
                           "/etc/passwd",
                           "..",
                           "../x",
                           "a/../b",
                           "a/..",
                           "./a",
                           "a//b",
                           "a/",
                           "a b",
                           "a\\b",
                           "a\nb",
                           "ü"}) {
    CAPTURE(path);
    CHECK_FALSE(is_relative_path(path));
  }
  CHECK_FALSE(is_relative_path(std::string(256, 'a')));
}

TEST_CASE("is_sha256: takes 64 lower-case hex digits") {
  CHECK(is_sha256(std::string(64, 'f')));
  CHECK_FALSE(is_sha256(std::string(63, 'f')));
  CHECK_FALSE(is_sha256(std::string(64, 'F')));
  CHECK_FALSE(is_sha256(std::string(64, 'g')));
}

}  // namespace algo::spec
