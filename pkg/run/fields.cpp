#include "run/fields.h"

#include "base/text.h"

namespace algo::run {
namespace {

constexpr std::size_t kMaxWords = 400;

const Json& null() {
  static const Json kNull;
  return kNull;
}

// The first of the list whose `key` is `value`, or null.
const Json& named(const Json& list, const char* key, const std::string& value) {
  for (const Json& one : list) {
    if (one.is_object() && one.contains(key) && one.at(key) == value) return one;
  }
  return null();
}

std::string text_entry(const Json& map, const char* name) {
  if (!map.is_object() || !map.contains(name) || !map.at(name).is_string()) return "";
  return map.at(name).get<std::string>();
}

}  // namespace

const Json& field(const Json& object, const char* path) {
  const Json::json_pointer pointer(path);
  return object.contains(pointer) ? object.at(pointer) : null();
}

std::string text_field(const Json& object, const char* path) {
  const Json& found = field(object, path);
  return found.is_string() ? found.get<std::string>() : "";
}

const Json& list_field(const Json& object, const char* path) {
  static const Json kEmpty = Json::array();
  const Json& found = field(object, path);
  return found.is_array() ? found : kEmpty;
}

long number_field(const Json& object, const char* path, long otherwise) {
  const Json& found = field(object, path);
  return found.is_number_integer() ? found.get<long>() : otherwise;
}

std::string label_of(const Json& object, const char* name) {
  return text_entry(field(object, "/metadata/labels"), name);
}

std::string annotation_of(const Json& object, const char* name) {
  return text_entry(field(object, "/metadata/annotations"), name);
}

const Json& condition(const Json& object, const char* type) {
  return named(list_field(object, "/status/conditions"), "type", type);
}

const Json& true_condition(const Json& object, const char* type) {
  const Json& found = condition(object, type);
  return text_field(found, "/status") == "True" ? found : null();
}

const Json& container_status(const Json& pod, const char* name) {
  for (const char* kind : {"/status/containerStatuses", "/status/initContainerStatuses"}) {
    const Json& found = named(list_field(pod, kind), "name", name);
    if (!found.is_null()) return found;
  }
  return null();
}

std::string one_line(const std::string& words) {
  std::string line = printable(to_valid_utf8(words));
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return shorten(line, kMaxWords);
}

}  // namespace algo::run
