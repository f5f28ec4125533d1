#include "spec/yaml_reader.h"

#include "base/error.h"
#include "base/text.h"
#include "spec/yaml_scalar.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <set>
#include <sstream>
#include <utility>

namespace algo::spec {

namespace {

constexpr std::string_view kStringTag = "tag:yaml.org,2002:str";

[[noreturn]] void refuse(const std::string& name, Position at, const std::string& problem) {
  throw Error(
      ErrorKind::kInput,
      name + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + problem);
}

Position position_of(const YAML::Mark& mark) {
  return {mark.line + 1, mark.column + 1};
}

Position position_of(std::string_view text, std::size_t offset) {
  Position at{1, 1};
  for (const char c : text.substr(0, offset)) {
    at = c == '\n' ? Position{at.line + 1, 1} : Position{at.line, at.column + 1};
  }
  return at;
}

// What yaml-cpp lets pass or cuts short without a word: it takes the byte 0x04 for the end of the
// text, and a tab for indentation.
void check_bytes(std::string_view text, const std::string& name) {
  if (const auto bad = find_invalid_utf8(text)) {
    refuse(name, position_of(text, *bad), "not UTF-8; save the file as UTF-8");
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool line_start = i == 0 || text[i - 1] == '\n';
    if (c == '\t' && line_start) {
      refuse(name, position_of(text, i), "a tab in the indentation; indent with spaces");
    }
    const bool control = (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    const bool lone_return = c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (control || lone_return) {
      refuse(name,
             position_of(text, i),
             "a control character; write it as an escape inside double quotes");
    }
  }
}

// Builds values from the parser's events, which never follow an alias.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, Document& document, const YamlBounds& bounds)
      : text_(text), document_(document), bounds_(bounds) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_) refuse_at(mark, "a second document; one file holds one document");
    started_ = true;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    if (expects_key()) refuse_at(mark, "an empty key; a key is one line of text");
    // The mark of a member's value left out is that of whatever follows, perhaps lines below.
    const Position at = position_of(mark);
    const bool stray = !open_.empty() && open_.back().key && at.line != open_.back().key_at.line;
    place(stray ? open_.back().key_at : at, Json(nullptr));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse_at(mark, "an alias; write the value out");
  }
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    refuse_at(mark, "an anchor &" + printable(shorten(name, 64)) + "; write every value out");
  }

  void OnScalar(const YAML::Mark& mark,
                const std::string& tag,
                YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    check_indentation(mark);
    if (tag != "?" && tag != "!" && tag != kStringTag) refuse_tag(mark, tag);
    if (expects_key()) {
      take_key(mark, value, tag == "?");
      return;
    }
    if (tag != "?") {
      place(position_of(mark), Json(value));
      return;
    }
    std::optional<Json> plain = plain_scalar(value);
    if (!plain) {
      refuse_at(mark,
                "not a number that every reader understands alike; write it in decimal, within 64 "
                "bits, or quote it; got " +
                    printable(shorten(value, 64)));
    }
    place(position_of(mark), std::move(*plain));
  }
  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, Json::array());
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, Json::object());
  }
  void OnMapEnd() override { open_.pop_back(); }

 private:
  struct Open {
    Json* value;
    Marks* marks;
    Position key_at;  // of the member being read; for a sequence, where it starts
    std::set<std::string> keys{};
    std::optional<std::string> key{};  // read, its value not yet
  };

  [[noreturn]] void refuse_at(const YAML::Mark& mark, const std::string& problem) const {
    refuse(document_.name, position_of(mark), problem);
  }
  [[noreturn]] void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    refuse_at(mark, "the tag " + in_quotes(tag) + "; only !!str is known");
  }
  // Nothing but white space with a tab in it before a key or value of a line.
  void check_indentation(const YAML::Mark& mark) const {
    const auto end = static_cast<std::size_t>(mark.pos);
    const auto width = static_cast<std::size_t>(mark.column);
    if (width > end || end > text_.size()) return;
    const std::string_view margin = text_.substr(end - width, width);
    if (margin.find('\t') != std::string_view::npos &&
        margin.find_first_not_of(" \t") == std::string_view::npos) {
      refuse_at(mark, "a tab in the indentation; indent with spaces");
    }
  }

  [[nodiscard]] bool expects_key() const {
    return !open_.empty() && open_.back().value->is_object() && !open_.back().key;
  }
  void take_key(const YAML::Mark& mark, const std::string& key, bool plain) {
    if (plain && key == "<<") refuse_at(mark, "a merge key <<; write every value out");
    Open& map = open_.back();
    if (!map.keys.insert(key).second) {
      refuse_at(mark, "the key " + in_quotes(key) + " twice in one map; remove one");
    }
    map.key = key;
    map.key_at = position_of(mark);
  }

  std::pair<Json*, Marks*> place(Position at, Json value) {
    if (++values_ > bounds_.max_values) {
      refuse(document_.name,
             at,
             "more than " + std::to_string(bounds_.max_values) +
                 " values; put large cases into files of their own (casesFrom)");
    }
    if (open_.empty()) {
      document_.value = std::move(value);
      Marks& root = document_.marks.emplace(Marks{at, at, {}});
      return {&document_.value, &root};
    }
    Open& parent = open_.back();
    if (parent.value->is_array()) {
      parent.value->push_back(std::move(value));
      parent.marks->children.push_back({at, at, {}});
      return {&parent.value->back(), &parent.marks->children.back()};
    }
    // The key is known to be new: append without ordered_json's search through all of them.
    auto& members = parent.value->get_ref<Json::object_t&>();
    static_cast<std::vector<Json::object_t::value_type>&>(members).emplace_back(
        std::exchange(parent.key, std::nullopt).value_or(""), std::move(value));
    parent.marks->children.push_back({parent.key_at, at, {}});
    return {&members.back().second, &parent.marks->children.back()};
  }

  void open(const YAML::Mark& mark, const std::string& tag, Json empty) {
    check_indentation(mark);
    if (tag != "?") refuse_tag(mark, tag);
    if (expects_key()) refuse_at(mark, "a list or map as a key; a key is one line of text");
    if (open_.size() >= bounds_.max_depth) {
      refuse_at(mark, "nested deeper than " + std::to_string(bounds_.max_depth) + " levels");
    }
    const auto [value, marks] = place(position_of(mark), std::move(empty));
    open_.push_back({value, marks, position_of(mark)});
  }

  std::string_view text_;
  Document& document_;
  const YamlBounds& bounds_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
  bool started_ = false;
};

[[noreturn]] void translate(const YAML::Exception& error, const std::string& name) {
  const Position at = error.mark.is_null() ? Position{1, 1} : position_of(error.mark);
  if (error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR) {
    refuse(name, at, "an alias; write the value out");
  }
  refuse(name, at, "not valid YAML: " + printable(error.msg));
}

// yaml-cpp takes a quoted text that nothing closes for a whole one when the file ends with its
// line; not when the document's end is marked.
std::string with_end_marker(std::string_view text) {
  std::string marked(text.substr(0, text.find_last_not_of(' ') + 1));
  if (marked.ends_with('\n')) marked += "...\n";
  return marked;
}

}  // namespace

Document read_yaml(std::string_view text, const std::string& name, const YamlBounds& bounds) {
  if (text.size() > bounds.max_bytes) {
    throw Error(ErrorKind::kInput,
                name + ": larger than " + human_bytes(bounds.max_bytes) +
                    "; put large cases into files of their own (casesFrom); got " +
                    human_bytes(text.size()));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  check_bytes(text, name);
  Document document{name, Json(nullptr), std::nullopt};
  Builder builder(text, document, bounds);
  std::istringstream stream{with_end_marker(text)};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& error) {
    translate(error, name);
  }
  if (document.value.is_null()) refuse(name, {1, 1}, "empty; a problem is expected");
  return document;
}

}  // namespace algo::spec
