#pragma once

#include "base/json.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace algo::judge {

// How much of a value a message shows.
inline constexpr std::size_t kShownBytes = 96;

// A value for people, in about `max_bytes`: of an array the elements from the first on and how many
// were left out ("[3, 3, 8, … 9997 more]"), or when element `show` would not be among them, from
// just before that one on; of a long string the start and its size.
[[nodiscard]] std::string brief(const Json& value, std::size_t max_bytes, std::size_t show = 0);

// A list of such texts, cut in the same way: `item(i)` for i below `count`, between ", ".
template <typename Item>
[[nodiscard]] std::string brief_list(std::size_t count,
                                     std::size_t max_bytes,
                                     std::size_t show,
                                     const Item& item) {
  std::string text;
  for (std::size_t from = 0;; from = show - 1) {
    text = from == 0 ? "" : "… " + std::to_string(from) + " before, ";
    std::size_t i = from;
    for (; i < count && (i == from || text.size() < max_bytes); ++i) {
      if (i > from) text += ", ";
      text += item(i);
    }
    if (show < count && i <= show && from == 0 && show > 1) continue;
    if (i < count) text += ", … " + std::to_string(count - i) + " more";
    return text;
  }
}

}  // namespace algo::judge
