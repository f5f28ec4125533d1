#include "spec/document.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <iterator>

namespace algo::spec {

std::string shown(const Json& value) {
  constexpr std::size_t most = 80;
  return printable(shorten(dump_json(value), most));
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t most = 64;
  return "\"" + printable(shorten(word, most)) + "\"";
}

std::string Cursor::path() const {
  if (parent_ == nullptr) return "";
  std::string base = parent_->path();
  if (parent_->json_->is_array()) return base + "[" + std::to_string(index_) + "]";
  if (!base.empty()) base += '.';
  return base + std::next(parent_->json_->begin(), static_cast<std::ptrdiff_t>(index_)).key();
}

const Marks* Cursor::marks() const {
  if (parent_ == nullptr) return document_->marks ? &*document_->marks : nullptr;
  const Marks* above = parent_->marks();
  return above == nullptr ? nullptr : &above->children.at(index_);
}

std::string Cursor::place(std::optional<Position> position) const {
  if (!position) return document_->name + ": ";
  return document_->name + ":" + std::to_string(position->line) + ":" +
         std::to_string(position->column) + ": ";
}

void Cursor::fail(std::string_view what, std::string_view rule) const {
  fail_below({}, what, rule, shown(*json_));
}

void Cursor::fail_below(const std::vector<std::size_t>& indices,
                        std::string_view what,
                        std::string_view rule,
                        std::string_view value) const {
  const std::string subject = parent_ == nullptr ? "the document" : path();
  fail_as(indices, subject + " " + std::string(what), rule, value);
}

void Cursor::fail_as(const std::vector<std::size_t>& indices,
                     std::string_view sentence,
                     std::string_view rule,
                     std::string_view value) const {
  const Marks* at = marks();
  for (const std::size_t index : indices) {
    if (at != nullptr && index < at->children.size()) at = &at->children[index];
  }
  std::string message = place(at == nullptr ? std::nullopt : std::optional(at->value)) +
                        std::string(sentence) + "; " + std::string(rule);
  if (!value.empty()) message += "; got " + std::string(value);
  throw Error(ErrorKind::kInput, message);
}

void Cursor::allow_keys(std::initializer_list<std::string_view> keys) const {
  if (!json_->is_object()) fail("is no map", "write KEY: VALUE lines");
  std::size_t index = 0;
  for (auto member = json_->begin(); member != json_->end(); ++member, ++index) {
    if (std::find(keys.begin(), keys.end(), member.key()) != keys.end()) continue;
    const std::vector<std::string> known(keys.begin(), keys.end());
    const std::vector<std::string> near = nearest(member.key(), known, 1);
    const Marks* at = marks();
    const std::string where = path();
    const std::string& key = member.key();
    throw Error(ErrorKind::kInput,
                place(at == nullptr ? std::nullopt : std::optional(at->children.at(index).key)) +
                    "unknown key " + in_quotes(key) + (where.empty() ? "" : " in " + where) + "; " +
                    (near.empty() ? "known keys: " + join(known, ", ")
                                  : "did you mean " + in_quotes(near.front()) + "?"));
  }
}

std::optional<Cursor> Cursor::find(std::string_view key) const& {
  const auto member = json_->find(key);
  if (member == json_->end()) return std::nullopt;
  return Cursor(*this, *member, static_cast<std::size_t>(std::distance(json_->begin(), member)));
}

Cursor Cursor::require(std::string_view key) const& {
  const std::optional<Cursor> found = find(key);
  if (!found) fail_below({}, "lacks the key " + in_quotes(key), "it is required", "");
  return *found;
}

std::size_t Cursor::list_size() const {
  if (!json_->is_array()) fail("is no list", "write [A, B] or lines that begin with \"- \"");
  return json_->size();
}

Cursor Cursor::item(std::size_t index) const& {
  return {*this, json_->at(index), index};
}

const std::string& Cursor::text() const {
  if (json_->is_string()) return json_->get_ref<const std::string&>();
  if (json_->is_structured()) fail("is no text", "one line of text is expected");
  fail("is no text", "put it in quotes to make it text");
}

bool Cursor::boolean() const {
  if (!json_->is_boolean()) fail("is neither true nor false", "write true or false");
  return json_->get<bool>();
}

std::uint64_t Cursor::whole_number(std::uint64_t least, std::uint64_t most) const {
  if (!json_->is_number_unsigned() || json_->get<std::uint64_t>() < least ||
      json_->get<std::uint64_t>() > most) {
    fail("is out of range",
         "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return json_->get<std::uint64_t>();
}

}  // namespace algo::spec
