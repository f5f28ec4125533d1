#include "result/schema_check.h"

#include <algorithm>
#include <stdexcept>

namespace algo::test {
namespace {

class Checker {
 public:
  explicit Checker(const Json& root) : root_(root) {}

  void check(const Json& value, const Json& schema, const std::string& path) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (is_annotation(keyword)) continue;
      if (!check_value(keyword, value, rule, path)) check_parts(keyword, value, schema, path);
    }
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(faults_); }

 private:
  void require(bool holds, const std::string& path, const std::string& fault) {
    if (!holds) faults_.push_back(path + ": " + fault);
  }

  static bool is_annotation(const std::string& keyword) {
    return keyword == "$schema" || keyword == "$defs" || keyword == "title" ||
           keyword == "description" || keyword == "default";
  }

  // Keywords that look at the value as a whole; false when this is none of them.
  bool check_value(const std::string& keyword,
                   const Json& value,
                   const Json& rule,
                   const std::string& path) {
    if (keyword == "type") {
      require(has_type(value, rule.get<std::string>()), path, "is no " + rule.get<std::string>());
    } else if (keyword == "const") {
      require(value == rule, path, "is not " + rule.dump());
    } else if (keyword == "enum") {
      require(std::find(rule.begin(), rule.end(), value) != rule.end(), path, "is none of enum");
    } else if (keyword == "minimum") {
      require(!value.is_number() || value >= rule, path, "is less than " + rule.dump());
    } else if (keyword == "maximum") {
      require(!value.is_number() || value <= rule, path, "is more than " + rule.dump());
    } else {
      return false;
    }
    return true;
  }

  // Keywords that look into the value, or elsewhere in the schema.
  void check_parts(const std::string& keyword,
                   const Json& value,
                   const Json& schema,
                   const std::string& path) {
    const Json& rule = schema.at(keyword);
    if (keyword == "$ref") {
      const std::string target = rule.get<std::string>();
      if (!target.starts_with("#/$defs/")) throw std::logic_error("$ref to " + target);
      check(value, root_.at(Json::json_pointer(target.substr(1))), path);
    } else if (keyword == "required") {
      for (const Json& key : rule) {
        const auto name = key.get<std::string>();
        require(!value.is_object() || value.contains(name), path + "/" + name, "is missing");
      }
    } else if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        check(value[i], rule, path + "/" + std::to_string(i));
      }
    } else if (keyword == "properties") {
      check_members(value, schema, path);
    } else if (keyword == "additionalProperties") {
      if (!schema.contains("properties")) check_members(value, schema, path);
    } else {
      throw std::logic_error("keyword " + keyword);
    }
  }

  void check_members(const Json& value, const Json& schema, const std::string& path) {
    if (!value.is_object()) return;
    const Json properties = schema.value("properties", Json::object());
    const Json others = schema.value("additionalProperties", Json(true));
    for (const auto& [name, member] : value.items()) {
      const std::string place = path + "/" + name;
      if (properties.contains(name)) {
        check(member, properties.at(name), place);
      } else if (others.is_object()) {
        check(member, others, place);
      } else {
        require(others.get<bool>(), place, "is not declared");
      }
    }
  }

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    throw std::logic_error("type " + type);
  }

  const Json& root_;
  std::vector<std::string> faults_{};
};

}  // namespace

std::vector<std::string> schema_faults(const Json& value, const Json& schema) {
  Checker checker(schema);
  checker.check(value, schema, "");
  return checker.take();
}

}  // namespace algo::test
