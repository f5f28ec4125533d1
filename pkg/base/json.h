#pragma once

// The only place that includes nlohmann/json. One instantiation for the whole program: key order is
// the order of writing, so that the same value always gives the same bytes.
#define JSON_NO_IO 1
#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace algo {

using Json = nlohmann::ordered_json;

struct JsonBounds {
  std::size_t max_bytes = std::size_t{64} << 20U;
  std::size_t max_depth = 64;
};

// Parses hostile JSON (RFC 8259). Refuses duplicate keys, ill-formed UTF-8, numbers that fit
// neither a 64-bit integer nor a finite double, and anything past the bounds. Throws Error(kInput)
// "NAME:LINE:COLUMN: what".
[[nodiscard]] Json parse_json(std::string_view text,
                              const std::string& name,
                              const JsonBounds& bounds = {});

// An object or array that is an element of a list that is a member of the whole: its place in the
// list, itself, and what it was parsed from. Whoever takes it away spares its memory.
using ElementSink = std::function<void(
    std::string_view key, std::size_t index, Json& value, std::string_view text)>;
// The same, and `on_element` is told of each such element when it is read.
[[nodiscard]] Json parse_json(std::string_view text,
                              const std::string& name,
                              const JsonBounds& bounds,
                              const ElementSink& on_element);

// The compact form; ill-formed UTF-8 inside strings becomes U+FFFD instead of an exception.
[[nodiscard]] std::string dump_json(const Json& value);
[[nodiscard]] std::string dump_json_pretty(const Json& value);

}  // namespace algo
