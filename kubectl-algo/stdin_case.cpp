#include "stdin_case.h"

#include "base/error.h"
#include "base/text.h"
#include "spec/check.h"

namespace algo {
namespace {

constexpr std::size_t kMaxInputBytes = std::size_t{32} << 20U;

// A value of the type, for the place where an expected output would stand. Nothing is compared.
Json some_value(const spec::Type& type) {
  using Base = spec::Type::Base;
  if (type.depth > 0 || type.base == Base::kListNode || type.base == Base::kTreeNode) {
    return Json::array();
  }
  switch (type.base) {
    case Base::kString:
      return "";
    case Base::kCharacter:
      return " ";
    case Base::kBoolean:
      return false;
    case Base::kVoid:
      return nullptr;
    default:
      return 0;
  }
}

Json some_output(const spec::Function& function, const Json& input) {
  if (!function.is_class()) return some_value(function.answer_type());
  Json outputs = Json::array();
  if (input.size() != 2 || !input.at(0).is_array()) return outputs;  // check_case says more
  for (const Json& name : input.at(0)) {
    Json value = nullptr;
    for (const spec::Method& method : function.methods) {
      if (name == Json(method.name)) value = some_value(method.returns);
    }
    outputs.push_back(std::move(value));
  }
  return outputs;
}

Json values_by_line(const std::string& text, const std::string& origin) {
  Json values = Json::array();
  std::size_t number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    values.push_back(parse_json(line, origin + " line " + std::to_string(number)));
  }
  return values;
}

}  // namespace

spec::Case case_from_text(const spec::Problem& problem,
                          const std::string& text,
                          const std::string& origin,
                          const std::string& next) {
  spec::Case one;
  one.name = origin;
  if (problem.contract == spec::Contract::kStdio) {
    one.input = text;
    one.output = "";
    return one;
  }
  one.input = values_by_line(text, origin);
  spec::apply_defaults(problem, one);
  one.output = some_output(problem.function, one.input);
  if (const auto wrong = spec::check_case(problem, one)) {
    throw Error(ErrorKind::kInput,
                "the input does not fit " + problem.name + ": " + wrong->where,
                wrong->rule + (wrong->value.empty() ? "" : "; it is " + wrong->value),
                next);
  }
  return one;
}

spec::Case case_from_stdin(World& world, const spec::Problem& problem) {
  if (world.in.is_terminal()) {
    const bool raw = problem.contract == spec::Contract::kStdio;
    world.err.write(raw ? "reading the input; it ends with Ctrl-D\n"
                        : "reading one JSON value per line; they end with Ctrl-D\n");
  }
  return case_from_text(problem,
                        world.in.read_all(kMaxInputBytes),
                        "stdin",
                        "give one JSON value per line: " + world.program + " show " + problem.name);
}

}  // namespace algo
