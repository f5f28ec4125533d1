#pragma once

#include <string>

namespace algo::language::java {

// A solution as a file that compiles beside the driver, all in one unnamed package.
struct Source {
  std::string text;        // without package clause, and without "public" before outermost types
  std::string main_class;  // the outermost type whose main starts a program; "" without any
};

// Line numbers stay, and so do columns. A public class insists on a file of its own name (JLS
// 7.6), and the file's name is the judge's. Of several types with a main the one called Main is
// taken, or else the first.
[[nodiscard]] Source as_unnamed_package(const std::string& solution);

}  // namespace algo::language::java
