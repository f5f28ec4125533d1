#pragma once

#include "base/json.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::spec {

// A value, and a word that a person wrote, as a message shows them: on one line, harmless, cut.
[[nodiscard]] std::string shown(const Json& value);
[[nodiscard]] std::string in_quotes(std::string_view word);

// A place in a text; line and column count from 1, columns in bytes (as parse_json counts).
struct Position {
  int line = 0;
  int column = 0;
};

// Where the keys and values of a tree stand; `children` are in the order of the members or elements
// of the value that they belong to.
struct Marks {
  Position key{};  // of a member: its key; otherwise as `value`
  Position value{};
  std::vector<Marks> children{};
};

// What a reader reads: a tree of values from YAML (with marks) or JSON (without).
struct Document {
  std::string name{};  // of the file, for messages
  Json value{};
  std::optional<Marks> marks{};
};

// One value of a document and the way to it. Every failing member throws Error(kInput)
// "FILE:LINE:COLUMN: what; rule; value" or, without marks, "FILE: what; rule; value", in which
// `what` begins with the path: `spec.limits.time is no duration`.
// A cursor refers to the cursor that it was made from, which must outlive it.
class Cursor {
 public:
  explicit Cursor(Document& document) : document_(&document), json_(&document.value) {}

  [[nodiscard]] Json& json() const { return *json_; }
  [[nodiscard]] std::string path() const;  // "spec.function.params[0]"; "" for the whole document

  // The value is a map and has no other keys than these.
  void allow_keys(std::initializer_list<std::string_view> keys) const;
  [[nodiscard]] Cursor require(std::string_view key) const&;
  [[nodiscard]] Cursor require(std::string_view key) const&& = delete;
  [[nodiscard]] std::optional<Cursor> find(std::string_view key) const&;
  [[nodiscard]] std::optional<Cursor> find(std::string_view key) const&& = delete;

  // The number of elements; fails when the value is no list.
  [[nodiscard]] std::size_t list_size() const;
  [[nodiscard]] Cursor item(std::size_t index) const&;
  [[nodiscard]] Cursor item(std::size_t index) const&& = delete;

  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] std::uint64_t whole_number(std::uint64_t least, std::uint64_t most) const;

  // `what` follows the path: "is no duration".
  [[noreturn]] void fail(std::string_view what, std::string_view rule) const;
  // The same at the member or element `indices` below this value, and with the value as given.
  [[noreturn]] void fail_below(const std::vector<std::size_t>& indices,
                               std::string_view what,
                               std::string_view rule,
                               std::string_view value) const;
  // The same with a sentence of the caller's instead of "PATH is …".
  [[noreturn]] void fail_as(const std::vector<std::size_t>& indices,
                            std::string_view sentence,
                            std::string_view rule,
                            std::string_view value) const;

 private:
  Cursor(const Cursor& parent, Json& json, std::size_t index)
      : document_(parent.document_), parent_(&parent), json_(&json), index_(index) {}
  [[nodiscard]] const Marks* marks() const;
  [[nodiscard]] std::string place(std::optional<Position> position) const;

  Document* document_;
  const Cursor* parent_ = nullptr;
  Json* json_;
  std::size_t index_ = 0;  // in the parent: of the element, or of the member
};

}  // namespace algo::spec
