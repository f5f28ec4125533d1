#include "bundle/yaml_to_json.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace algo::test {
namespace {

constexpr std::array<std::string_view, 10> kAmbiguous = {
    "y", "n", "yes", "no", "on", "off", "~", "", "=", "<<"};

Json plain(const std::string& text) {
  std::string word = text;
  std::ranges::transform(
      word, word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (std::ranges::find(kAmbiguous, word) != kAmbiguous.end()) return "<ambiguous: " + text + ">";
  const Json value = Json::parse(text, nullptr, false);
  return value.is_discarded() ? Json(text) : value;
}

Json convert(const YAML::Node& node) {
  if (node.IsMap()) {
    Json object = Json::object();
    for (const auto& entry : node) object[entry.first.as<std::string>()] = convert(entry.second);
    return object;
  }
  if (node.IsSequence()) {
    Json array = Json::array();
    for (const auto& item : node) array.push_back(convert(item));
    return array;
  }
  if (node.IsNull()) return nullptr;
  return node.Tag() == "!" ? Json(node.Scalar()) : plain(node.Scalar());
}

}  // namespace

std::vector<Json> yaml_to_json(const std::string& yaml) {
  std::vector<Json> documents;
  for (const YAML::Node& node : YAML::LoadAll(yaml)) documents.push_back(convert(node));
  return documents;
}

}  // namespace algo::test
