#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace algo::kube {

// Cuts a stream of JSON objects, one after another, into its objects, whatever the sizes of the
// pieces. Looks at braces and strings only; whether an object is JSON is for its reader to find
// out.
class JsonSplitter {
 public:
  explicit JsonSplitter(std::size_t max_bytes) : max_bytes_(max_bytes) {}
  // False when the stream is no such stream (something else than an object begins, or an object is
  // larger than max_bytes); nothing more is read then.
  [[nodiscard]] bool feed(std::string_view bytes,
                          const std::function<void(const std::string&)>& on_object);
  // Whether an object has begun and not ended.
  [[nodiscard]] bool inside() const { return depth_ > 0; }
  // Why `feed` returned false: an object is larger than max_bytes.
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  // Whether the object ends with this character.
  [[nodiscard]] bool take(char c);

  std::size_t max_bytes_;
  std::string object_{};
  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool broken_ = false;
  bool too_large_ = false;
};

}  // namespace algo::kube
