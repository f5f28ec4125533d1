#pragma once

#include <string_view>

namespace algo::spec {

// The alphabets of the format's names. All of them are safe in file names, labels and messages.

// A DNS label (RFC 1123) of at most 40 characters, which leaves room for "-LANG-HASH" in a Job's
// name.
[[nodiscard]] bool is_problem_name(std::string_view name);
// [A-Za-z][A-Za-z0-9_]*, at most 64 characters.
[[nodiscard]] bool is_identifier(std::string_view name);
// [A-Za-z0-9._-]{1,64}
[[nodiscard]] bool is_case_name(std::string_view name);
// Stays below the folder it starts from: components of printable ASCII without "\", none of them
// empty, "." or "..".
[[nodiscard]] bool is_relative_path(std::string_view path);
// 64 lower-case hex digits.
[[nodiscard]] bool is_sha256(std::string_view text);

}  // namespace algo::spec
