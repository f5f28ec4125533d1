#include "base/text.h"
#include "spec/check.h"
#include "spec/document.h"

#include <algorithm>
#include <utility>

namespace algo::spec {

namespace {

using Found = std::optional<Violation>;

Violation violation(std::string where,
                    std::string rule,
                    const Json& value,
                    std::vector<std::size_t> indices,
                    bool in_output) {
  return {std::move(where), std::move(rule), shown(value), std::move(indices), in_output};
}

std::string signature(const Method& call) {
  std::vector<std::string> params;
  params.reserve(call.params.size());
  for (const Param& param : call.params) params.push_back(type_name(param.type) + " " + param.name);
  return call.name + "(" + join(params, ", ") + ")";
}

Found below(Found found, const std::vector<std::size_t>& indices, bool in_output) {
  if (found) {
    found->indices.insert(found->indices.begin(), indices.begin(), indices.end());
    found->in_output = in_output;
  }
  return found;
}

// The arguments of one call, which stand at `indices` of the case's input.
Found check_arguments(const Json& arguments,
                      const Method& call,
                      const std::string& where,
                      const std::vector<std::size_t>& indices) {
  if (!arguments.is_array() || arguments.size() != call.params.size()) {
    const std::string count = arguments.is_array() ? std::to_string(arguments.size()) : "no array";
    return violation(where,
                     "an array of the arguments of " + signature(call) + ": " +
                         std::to_string(call.params.size()) + " of them, not " + count,
                     arguments,
                     indices,
                     false);
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::vector<std::size_t> at = indices;
    at.push_back(i);
    if (Found found = below(check_value(arguments[i], call.params[i]), at, false)) {
      if (where != "input") found->where = where + " " + found->where;
      return found;
    }
  }
  return std::nullopt;
}

const Method* find_method(const Function& function, const Json& name) {
  for (const Method& method : function.methods) {
    if (name == method.name) return &method;
  }
  return nullptr;
}

Found check_call(const Function& function, const Case& one, std::size_t i) {
  const Json& name = one.input[0][i];
  const Json& output = one.output[i];
  const std::string number = "[" + std::to_string(i) + "]";
  if (i == 0) {
    if (name != function.class_name) {
      return violation(
          "input[0][0]", "the first call is " + function.class_name, name, {0, 0}, false);
    }
    if (Found found = check_arguments(one.input[1][0], function.call, "input[1][0]", {1, 0})) {
      return found;
    }
    return below(check_type(output, {}, "output[0]"), {0}, true);
  }
  const Method* method = find_method(function, name);
  if (method == nullptr) {
    return violation(
        "input[0]" + number, "a method of " + function.class_name, name, {0, i}, false);
  }
  if (Found found = check_arguments(one.input[1][i], *method, "input[1]" + number, {1, i})) {
    return found;
  }
  return below(check_type(output, method->returns, "output" + number), {i}, true);
}

Found check_calls(const Function& function, const Case& one) {
  const Json& input = one.input;
  if (!input.is_array() || input.size() != 2 || !input[0].is_array() || !input[1].is_array() ||
      input[0].empty() || input[0].size() != input[1].size()) {
    return violation("input",
                     "[[names of calls, …], [[arguments], …]], as many of each, " +
                         function.class_name + " first",
                     input,
                     {},
                     false);
  }
  if (!one.output.is_array() || one.output.size() != input[0].size()) {
    return violation("output",
                     "an array with one value for each of the " + std::to_string(input[0].size()) +
                         " calls, null for void",
                     one.output,
                     {},
                     true);
  }
  for (std::size_t i = 0; i < input[0].size(); ++i) {
    if (Found found = check_call(function, one, i)) return found;
  }
  return std::nullopt;
}

Found check_text(const Json& value, const char* where, bool in_output) {
  if (value.is_string()) return std::nullopt;
  return violation(where, "text, because the contract is stdio", value, {}, in_output);
}

void fill_in(const Method& call, Json& arguments) {
  if (!arguments.is_array() || arguments.size() > call.params.size()) return;
  for (std::size_t i = 0; i < call.params.size(); ++i) {
    const Param& param = call.params[i];
    if (i < arguments.size()) {
      if (arguments[i].is_null() && param.default_value) arguments[i] = *param.default_value;
    } else if (param.default_value) {
      arguments.push_back(*param.default_value);
    } else {
      return;
    }
  }
}

}  // namespace

Found check_case(const Problem& problem, const Case& one) {
  if (problem.contract == Contract::kStdio) {
    if (Found found = check_text(one.input, "input", false)) return found;
    return check_text(one.output, "output", true);
  }
  const Function& function = problem.function;
  if (function.is_class()) return check_calls(function, one);
  if (Found found = check_arguments(one.input, function.call, "input", {})) return found;
  return below(check_type(one.output, function.answer_type(), "output"), {}, true);
}

void apply_defaults(const Problem& problem, Case& one) {
  if (problem.contract == Contract::kStdio) return;
  const Function& function = problem.function;
  if (!function.is_class()) {
    fill_in(function.call, one.input);
    return;
  }
  if (!one.input.is_array() || one.input.size() != 2) return;
  const Json& names = one.input[0];
  Json& calls = one.input[1];
  if (!names.is_array() || !calls.is_array()) return;
  for (std::size_t i = 0; i < std::min(names.size(), calls.size()); ++i) {
    const Method* method = i == 0 ? &function.call : find_method(function, names[i]);
    if (method != nullptr) fill_in(*method, calls[i]);
  }
}

}  // namespace algo::spec
