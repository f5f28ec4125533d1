#include "base/json.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace algo {
namespace {

using Number = Json::number_integer_t;

// Builds the value and enforces what the parser itself does not: depth, one value per key, numbers
// that keep their meaning.
class BoundedBuilder final : public nlohmann::json_sax<Json> {
 public:
  // `read` is where the parser has read to.
  BoundedBuilder(std::size_t max_depth, const char* const& read, const ElementSink& on_element)
      : max_depth_(max_depth), read_(read), on_element_(on_element) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(Number value) override { return put(value); }
  bool number_unsigned(Json::number_unsigned_t value) override { return put(value); }
  bool number_float(double value, const std::string& text) override {
    if (!std::isfinite(value)) return fail("a number too large for a double");
    // The parser falls back to double for integers beyond 64 bits and would lose digits.
    if (text.find_first_of(".eE") == std::string::npos) return fail("an integer beyond 64 bits");
    return put(value);
  }
  bool string(std::string& value) override { return put(std::move(value)); }
  bool binary(Json::binary_t& /*value*/) override { return fail("binary data"); }
  bool start_object(std::size_t /*elements*/) override { return open(Json::object()); }
  bool start_array(std::size_t /*elements*/) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& value) override {
    if (!keys_.back().insert(value).second) return fail("key \"" + shorten(value, 64) + "\" twice");
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position,
                   const std::string& /*token*/,
                   const nlohmann::json::exception& error) override {
    position_ = position;
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …"
    const std::string text = error.what();
    const std::size_t colon = text.find(": ");
    return fail(colon == std::string::npos ? text : text.substr(colon + 2));
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }
  // Characters that the parser had read at its own error; 0 for a refusal of ours.
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] Json take() { return std::move(root_); }

 private:
  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }
  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    // Keys are known to be new, so appending spares ordered_json's search through all of them.
    auto& object = parent.get_ref<Json::object_t&>();
    static_cast<std::vector<Json::object_t::value_type>&>(object).emplace_back(std::move(key_),
                                                                               std::move(value));
    return &object.back().second;
  }
  template <typename Value>
  bool put(Value&& value) {
    place(Json(std::forward<Value>(value)));
    return true;
  }
  bool open(Json container) {
    if (open_.size() >= max_depth_) {
      return fail("nested deeper than " + std::to_string(max_depth_) + " levels");
    }
    open_.push_back(place(std::move(container)));
    keys_.emplace_back();
    if (open_.size() == kElementDepth) element_ = read_ - 1;
    return true;
  }
  bool close() {
    open_.pop_back();
    keys_.pop_back();
    if (open_.size() == kElementDepth - 1 && on_element_) tell_element();
    return true;
  }
  void tell_element() {
    Json& list = *open_.back();
    if (!list.is_array() || !root_.is_object()) return;
    const std::string_view text(element_, static_cast<std::size_t>(read_ - element_));
    on_element_(root_.get_ref<Json::object_t&>().back().first, list.size() - 1, list.back(), text);
  }

  static constexpr std::size_t kElementDepth = 3;  // the whole, a list, its element
  std::size_t max_depth_;
  const char* const& read_;
  const ElementSink& on_element_;
  const char* element_ = nullptr;
  Json root_;
  std::vector<Json*> open_;
  std::vector<std::set<std::string>> keys_;
  std::string key_;
  std::string problem_;
  std::size_t position_ = 0;
};

[[noreturn]] void refuse(const std::string& name,
                         std::string_view text,
                         std::size_t offset,
                         const std::string& problem) {
  const std::string_view before = text.substr(0, offset);
  std::size_t line = 1;
  for (const char c : before) line += c == '\n' ? 1 : 0;
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 == 0
  throw Error(ErrorKind::kInput,
              name + ":" + std::to_string(line) + ":" + std::to_string(offset - line_start + 1) +
                  ": not valid JSON: " + problem);
}

// Counts what the parser has consumed, so that our own refusals have a position too.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** last) : at_(at), last_(last) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *last_ = ++at_;
    return *this;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** last_;
};

}  // namespace

Json parse_json(std::string_view text, const std::string& name, const JsonBounds& bounds) {
  return parse_json(text, name, bounds, {});
}

Json parse_json(std::string_view text,
                const std::string& name,
                const JsonBounds& bounds,
                const ElementSink& on_element) {
  if (text.size() > bounds.max_bytes) {
    throw Error(ErrorKind::kInput,
                name + ": larger than " + human_bytes(bounds.max_bytes),
                human_bytes(text.size()));
  }
  if (const auto bad = find_invalid_utf8(text)) refuse(name, text, *bad, "not UTF-8");
  const char* last = text.begin();
  BoundedBuilder builder(bounds.max_depth, last, on_element);
  const CountingIterator begin(last, &last);
  const CountingIterator end(last + text.size(), &last);
  if (!Json::sax_parse(begin, end, &builder)) {
    // The parser looks one character past a number; it knows better where its own errors are.
    const std::size_t read =
        builder.position() > 0 ? builder.position() : static_cast<std::size_t>(last - text.begin());
    refuse(name, text, std::min(read > 0 ? read - 1 : 0, text.size()), builder.problem());
  }
  return builder.take();
}

std::string dump_json(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string dump_json_pretty(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace algo
