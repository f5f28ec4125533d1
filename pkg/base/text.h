#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo {

inline constexpr std::string_view kHexDigits = "0123456789abcdef";

// ASCII, whatever the locale.
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or nullopt when all is well.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// A copy in which every ill-formed byte is U+FFFD; for showing what a program printed.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

// A copy that is safe to show on a terminal: control characters other than tab and newline become
// \xNN, those that turn the direction of writing \uNNNN, so that a solution's output cannot move
// the cursor, change colours or make a line read as another one.
[[nodiscard]] std::string printable(std::string_view text);

// At most `max_bytes` of the text, cut between code points, followed by "… (N more bytes)" when
// cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t max_bytes);

// The up to `most` candidates nearest to `word` by edit distance, nearest first; those too far
// away to be a slip of the fingers are left out.
[[nodiscard]] std::vector<std::string> nearest(std::string_view word,
                                               const std::vector<std::string>& candidates,
                                               std::size_t most = 3);

// "3.2 ms", "1 s", "128 MiB": for people. Kubernetes quantities are `parse_quantity`'s matter.
[[nodiscard]] std::string human_duration(std::chrono::nanoseconds duration);
[[nodiscard]] std::string human_bytes(std::uint64_t bytes);

// "500ms", "30s", "2m", "1m30s", "1h" (Go duration syntax, no sign, no fraction below 1 ns).
[[nodiscard]] std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text);

// A Kubernetes memory quantity in bytes: "128Mi", "1Gi", "64M", "1e6", "1048576".
// (kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity)
[[nodiscard]] std::optional<std::uint64_t> parse_quantity(std::string_view text);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& words, std::string_view separator);
// Every occurrence of `from` in `text` becomes `to`.
[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace algo
