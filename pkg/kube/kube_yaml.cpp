#include "kube/kube_yaml.h"

#include "base/error.h"
#include "base/json.h"
#include "base/text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <sstream>
#include <utility>

namespace algo::kube {

namespace {

using Kind = YamlNode::Kind;

constexpr std::string_view kStringTag = "tag:yaml.org,2002:str";

[[noreturn]] void refuse(const std::string& name, int line, const std::string& problem) {
  throw Error(ErrorKind::kInput, name + ":" + std::to_string(line) + ": " + problem);
}

int line_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

// What yaml-cpp would let pass or take for the end of the text (the byte 0x04).
void check_bytes(std::string_view text, const std::string& name) {
  if (const auto bad = find_invalid_utf8(text)) refuse(name, line_of(text, *bad), "not UTF-8");
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool control = (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    if (control) refuse(name, line_of(text, i), "a control character");
  }
}

std::size_t count_values(const YamlNode& node) {
  std::size_t count = 1;
  for (const YamlNode& child : node.children) count += count_values(child);
  return count;
}

std::size_t depth_of(const YamlNode& node) {
  std::size_t deepest = 0;
  for (const YamlNode& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

// Builds nodes from the parser's events. A node under construction lies on the stack; it moves to
// its parent when it is complete, so that an alias can only mean complete ones.
class Builder final : public YAML::EventHandler {
 public:
  Builder(const std::string& name, const YamlBounds& bounds) : name_(name), bounds_(bounds) {}

  [[nodiscard]] YamlNode take() {
    anchors_.clear();
    return std::exchange(root_, {});
  }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    place(mark, {.kind = Kind::kNull}, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end()) refuse_at(mark, "an alias to a value that it is part of");
    if (open_.size() + depth_of(known->second) > bounds_.max_depth) refuse_depth(mark);
    place(mark, known->second, 0);
  }
  void OnScalar(const YAML::Mark& mark,
                const std::string& tag,
                YAML::anchor_t anchor,
                const std::string& value) override {
    if (tag != "?" && tag != "!" && tag != kStringTag) refuse_tag(mark);
    const bool quoted = tag != "?";
    const bool null =
        !quoted && (value == "~" || value == "null" || value == "Null" || value == "NULL");
    if (!quoted && value == "<<" && expects_key()) {
      refuse_at(mark, "a merge key <<; write the values out");
    }
    place(mark,
          {.kind = null ? Kind::kNull : Kind::kScalar, .quoted = quoted, .text = null ? "" : value},
          anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, Kind::kList, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, Kind::kMap, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node{};
    YAML::anchor_t anchor = 0;
    bool has_key = false;
    std::string key{};  // read, its value not yet
    int key_line = 0;
  };

  [[noreturn]] void refuse_at(const YAML::Mark& mark, const std::string& problem) const {
    refuse(name_, mark.line + 1, problem);
  }
  [[noreturn]] void refuse_tag(const YAML::Mark& mark) const {
    refuse_at(mark, "a tag other than !!str");
  }
  [[noreturn]] void refuse_depth(const YAML::Mark& mark) const {
    refuse_at(mark, "nested deeper than " + std::to_string(bounds_.max_depth) + " levels");
  }
  [[nodiscard]] bool expects_key() const {
    return !open_.empty() && open_.back().node.kind == Kind::kMap && !open_.back().has_key;
  }

  void place(const YAML::Mark& mark, YamlNode node, YAML::anchor_t anchor) {
    node.line = mark.line + 1;
    values_ += count_values(node);
    if (values_ > bounds_.max_values) {
      refuse_at(mark, "more than " + std::to_string(bounds_.max_values) + " values");
    }
    add(std::move(node), anchor);
  }
  void add(YamlNode node, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = node;
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Kind::kMap && !parent.has_key) {
      if (!node.children.empty()) refuse(name_, node.line, "a list or map as a key");
      parent.has_key = true;
      parent.key = std::move(node.text);
      parent.key_line = node.line;
      return;
    }
    if (std::exchange(parent.has_key, false)) {
      node.key = std::move(parent.key);
      node.line = parent.key_line;
    }
    parent.node.children.push_back(std::move(node));
  }

  void open(const YAML::Mark& mark, const std::string& tag, Kind kind, YAML::anchor_t anchor) {
    if (tag != "?" && tag != "!") refuse_tag(mark);
    if (expects_key()) refuse_at(mark, "a list or map as a key");
    if (open_.size() >= bounds_.max_depth) refuse_depth(mark);
    if (++values_ > bounds_.max_values) {
      refuse_at(mark, "more than " + std::to_string(bounds_.max_values) + " values");
    }
    open_.push_back({.node = {.kind = kind, .line = mark.line + 1}, .anchor = anchor});
  }
  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done.node), done.anchor);
  }

  const std::string& name_;
  const YamlBounds& bounds_;
  YamlNode root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
  std::size_t values_ = 0;
};

std::optional<Json> try_json(std::string_view text, const YamlBounds& bounds) {
  try {
    return parse_json(text, "", {.max_bytes = bounds.max_bytes, .max_depth = bounds.max_depth});
  } catch (const Error&) {
    return std::nullopt;
  }
}

YamlNode from_json(const Json& json) {
  YamlNode node;
  if (json.is_null()) return node;
  if (json.is_object()) {
    node.kind = Kind::kMap;
    for (const auto& [key, value] : json.items()) {
      node.children.push_back(from_json(value));
      node.children.back().key = key;
    }
  } else if (json.is_array()) {
    node.kind = Kind::kList;
    for (const Json& value : json) node.children.push_back(from_json(value));
  } else {
    node.kind = Kind::kScalar;
    node.quoted = json.is_string();
    node.text = node.quoted ? json.get<std::string>() : dump_json(json);
  }
  return node;
}

std::vector<YamlNode> read_yaml(std::string_view text,
                                const std::string& name,
                                const YamlBounds& bounds,
                                std::size_t most_documents) {
  check_bytes(text, name);
  // yaml-cpp takes a quoted text that never ends for a whole one when a line's end is behind it.
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  std::istringstream stream{std::string(text.substr(0, end + 1))};
  std::vector<YamlNode> documents;
  Builder builder(name, bounds);
  try {
    YAML::Parser parser(stream);
    while (documents.size() < most_documents && parser.HandleNextDocument(builder)) {
      documents.push_back(builder.take());
    }
  } catch (const YAML::Exception& error) {
    // The parser's messages are fixed sentences, but one of them names the anchor.
    const bool anchor = error.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR);
    refuse(name,
           error.mark.is_null() ? 1 : error.mark.line + 1,
           anchor ? "an alias to an unknown anchor" : "not valid YAML: " + printable(error.msg));
  }
  return documents;
}

std::vector<YamlNode> read_documents(std::string_view text,
                                     const std::string& name,
                                     const YamlBounds& bounds,
                                     std::size_t most_documents) {
  if (text.size() > bounds.max_bytes) {
    throw Error(ErrorKind::kInput, name + ": larger than " + human_bytes(bounds.max_bytes));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  try {
    return read_yaml(text, name, bounds, most_documents);
  } catch (const Error&) {
    // JSON that yaml-cpp does not take: tabs, surrogate pairs, long keys.
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || text[start] != '{') throw;
    // When it is neither, the reason why it is no YAML says more.
    const std::optional<Json> json = try_json(text, bounds);
    if (json) return {from_json(*json)};
    throw;
  }
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view name) const {
  if (kind != Kind::kMap) return nullptr;
  const YamlNode* found = nullptr;
  for (const YamlNode& child : children) {
    if (child.key == name) found = &child;
  }
  return found == nullptr || found->kind == Kind::kNull ? nullptr : found;
}

std::optional<bool> yaml_boolean(const YamlNode& node) {
  if (node.kind != Kind::kScalar || node.quoted) return std::nullopt;
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), node.text) != words.end();
  };
  if (is_one_of({"true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON"})) {
    return true;
  }
  if (is_one_of({"false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF"})) {
    return false;
  }
  return std::nullopt;
}

Json to_json(const YamlNode& node) {
  if (node.kind == Kind::kNull) return nullptr;
  if (node.kind == Kind::kMap) {
    Json map = Json::object();
    for (const YamlNode& child : node.children) map[child.key] = to_json(child);
    return map;
  }
  if (node.kind == Kind::kList) {
    Json list = Json::array();
    for (const YamlNode& child : node.children) list.push_back(to_json(child));
    return list;
  }
  if (node.quoted) return node.text;
  if (const std::optional<bool> truth = yaml_boolean(node)) return *truth;
  std::optional<Json> number = try_json(node.text, {});
  return number && number->is_number() ? *std::move(number) : Json(node.text);
}

YamlNode read_kube_yaml(std::string_view text, const std::string& name, const YamlBounds& bounds) {
  std::vector<YamlNode> documents = read_documents(text, name, bounds, 1);
  return documents.empty() ? YamlNode{} : std::move(documents.front());
}

std::vector<YamlNode> read_kube_documents(std::string_view text,
                                          const std::string& name,
                                          const YamlBounds& bounds) {
  return read_documents(text, name, bounds, bounds.max_values);
}

}  // namespace algo::kube
