#pragma once

#include <span>
#include <string>
#include <string_view>

namespace algo::language::go {

// Packages of the standard library that solutions use, by import path: those that are imported for
// a solution that imports nothing.
[[nodiscard]] std::span<const std::string_view> common_packages();

// The solution as a file of package main: the package clause is added when it is missing, and with
// it, when the file imports nothing, the standard packages that it plainly uses. Both go in front
// of the first line, so that line numbers stay.
[[nodiscard]] std::string complete_source(const std::string& solution);

}  // namespace algo::language::go
