#include "bundle/cases_text.h"

namespace algo::bundle {

std::string cases_text(const Json& cases) {
  std::string text = "{";
  const char* separator = "\n";
  for (const auto& [key, value] : cases.items()) {
    text += separator + dump_json(Json(key)) + ": ";
    separator = ",\n";
    if (!value.is_array()) {
      text += dump_json(value);
      continue;
    }
    text += '[';
    const char* line = "\n";
    for (const Json& item : value) {
      text += line + dump_json(item);
      line = ",\n";
    }
    text += "\n]";
  }
  return text + "\n}\n";
}

}  // namespace algo::bundle
