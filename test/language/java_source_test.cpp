#include "language/java_source.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::language::java {

TEST_CASE("as_unnamed_package: package and public go, lines and columns stay") {
  struct Row {
    std::string solution;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"class Solution {}", "class Solution {}"},
      {"public class Solution {}", "       class Solution {}"},
      {"package a.b;\npublic final class Solution {}",
       "            \n       final class Solution {}"},
      {"// package a;\npackage\n a ; class B {}", "// package a;\n       \n     class B {}"},
      {"/* public */ public interface A {}", "/* public */        interface A {}"},
      {"class A { public int b; public static class C {} }",
       "class A { public int b; public static class C {} }"},
      {"@Fits({\"public\"}) public record A(int b) {}",
       "@Fits({\"public\"})        record A(int b) {}"},
      {"class A { String s = \"\"\"\n } \" public {{\n\"\"\"; }\npublic class B {}",
       "class A { String s = \"\"\"\n } \" public {{\n\"\"\"; }\n       class B {}"},
      {"class A { char c = '}', d = '\\''; } public class B {}",
       "class A { char c = '}', d = '\\''; }        class B {}"},
      {"class republic { int notpublic; }", "class republic { int notpublic; }"},
      {"package", "       "},
      {"class A { } class package", "class A { } class package"},
      {"\xef\xbb\xbfpublic class A {}", "       class A {}"},
      {"}}} public class A {", "}}} public class A {"}};
  for (const Row& row : rows) {
    CAPTURE(row.solution);
    CHECK(as_unnamed_package(row.solution).text == row.text);
  }
}

TEST_CASE("as_unnamed_package: the program begins in Main, or in the first type with a main") {
  struct Row {
    std::string solution;
    std::string main_class;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"class A { void run() { main(); } int main; }", ""},
      {"class A {} public class B { public static void main(String[] a) {} }", "B"},
      {"class A { static void main(String... a) {} } class B { static void main(String[] a) {} }",
       "A"},
      {"class A { static void main(String... a) {} } class Main { static void main(String[] a) {} "
       "}",
       "Main"},
      {"enum E { X; public static void main(String[] a) {} }", "E"},
      {"record R(int x) { public static void main(String[] a) {} }", "R"},
      {"interface I { static void main(String[] a) {} }", "I"},
      {"class A { class B { void main(String[] a) {} } }", ""},
      {"class A { /* void main( */ String s = \"void main\"; }", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.solution);
    CHECK(as_unnamed_package(row.solution).main_class == row.main_class);
  }
}

}  // namespace algo::language::java
