#include "kube/watch_frames.h"

#include <utility>

namespace algo::kube {

bool JsonSplitter::take(char c) {
  object_ += c;
  if (in_string_) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
    }
    return false;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if (c == '}' || c == ']') --depth_;
  return depth_ == 0;
}

bool JsonSplitter::feed(std::string_view bytes,
                        const std::function<void(const std::string&)>& on_object) {
  for (const char c : bytes) {
    if (broken_) return false;
    if (depth_ == 0) {
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
      broken_ = c != '{';
      if (broken_) return false;
    }
    if (object_.size() >= max_bytes_) {
      broken_ = too_large_ = true;
      return false;
    }
    if (!take(c)) continue;
    const std::string whole = std::exchange(object_, {});
    on_object(whole);
  }
  return !broken_;
}

}  // namespace algo::kube
