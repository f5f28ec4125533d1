#include "language/syntax.h"

#include "base/text.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace algo::language {
namespace {

using spec::Method;
using spec::Param;
using spec::Problem;
using spec::Type;

std::string fill(std::string_view pattern, std::string_view name, std::string_view type) {
  return replace_all(replace_all(std::string(pattern), "@", type), "$", name);
}

std::string method_name(const Syntax& syntax, std::string name) {
  if (syntax.names == Names::kCapitalMethods) {
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  }
  return safe_name(syntax, name);
}

bool is_heavy(const Type& type) {
  return type.depth > 0 || type.base == Type::Base::kString;
}

bool is_scalar(const Type& type) {
  return !is_heavy(type) && type.base < Type::Base::kListNode;
}

std::string spell_or_empty(const TypeWords& words, const Type& type) {
  return words.array.empty() && words.base[0].empty() ? "" : spell(words, type);
}

std::string declared(const Syntax& syntax, const std::vector<Param>& params) {
  std::vector<std::string> words;
  words.reserve(params.size());
  for (const Param& param : params) {
    words.push_back(fill(is_heavy(param.type) ? syntax.heavy_param : syntax.param,
                         safe_name(syntax, param.name),
                         spell(syntax.types, param.type)));
  }
  return join(words, ", ");
}

// `number` tells methods apart in the driver; "c" is the constructor.
Scope method_scope(const Syntax& syntax,
                   const Method& method,
                   const spec::Function& function,
                   const std::string& number) {
  Scope scope;
  scope.lists["params"] = {};
  std::vector<std::string> types;
  std::vector<std::string> codecs;
  std::vector<std::string> arguments;
  std::vector<std::string> checked;
  for (std::size_t i = 0; i < method.params.size(); ++i) {
    const Param& param = method.params[i];
    types.push_back(spell(syntax.types, param.type));
    codecs.push_back(spell_or_empty(syntax.codecs, param.type));
    arguments.push_back(replace_all(fill(syntax.argument, std::to_string(i), ""), "%", number));
    checked.push_back(is_scalar(param.type) ? fill(syntax.checked, arguments[i], "")
                                            : arguments[i]);
    scope.lists["params"].push_back({.words = {{"index", std::to_string(i)},
                                               {"type", types[i]},
                                               {"codec", codecs[i]},
                                               {"param", safe_name(syntax, param.name)}},
                                     .lists = {}});
  }
  const bool has_result = method.returns.base != Type::Base::kVoid;
  const std::string result = spell(syntax.types, method.returns);
  scope.words = {{"name", safe_name(syntax, method.name)},
                 {"index", number},
                 {"method", number},
                 {"declared", declared(syntax, method.params)},
                 {"comma", method.params.empty() ? "" : ", "},
                 {"param_count", std::to_string(method.params.size())},
                 {"types", join(types, ", ")},
                 {"codecs", join(codecs, ", ")},
                 {"arguments", join(arguments, ", ")},
                 {"checked", join(checked, ", ")},
                 {"returns", has_result ? fill(syntax.result, "", result) : result},
                 {"returns_codec", spell_or_empty(syntax.codecs, method.returns)},
                 {"zero", spell(syntax.zeros, method.returns)},
                 {"has_result", has_result ? "yes" : ""},
                 {"in_place", ""},
                 {"more", ""}};
  if (function.is_class() && &method != &function.call) {
    scope.words["name"] = method_name(syntax, method.name);
  }
  if (syntax.adapt != nullptr) syntax.adapt(scope, method, function);
  return scope;
}

void mark_in_place(Scope& scope, const Syntax& syntax, const spec::Function& function) {
  for (std::size_t i = 0; i < function.call.params.size(); ++i) {
    const Param& param = function.call.params[i];
    if (function.in_place.empty() || param.name != function.in_place) continue;
    scope.words["in_place"] = std::to_string(i);
    scope.words["in_place_codec"] = spell_or_empty(syntax.codecs, param.type);
  }
}

bool uses(const spec::Function& function, Type::Base base) {
  const auto in_method = [base](const Method& method) {
    return method.returns.base == base ||
           std::ranges::any_of(method.params,
                               [base](const Param& param) { return param.type.base == base; });
  };
  return in_method(function.call) || std::ranges::any_of(function.methods, in_method);
}

std::vector<Scope> class_methods(const Syntax& syntax, const spec::Function& function) {
  std::vector<Scope> methods;
  for (std::size_t i = 0; i < function.methods.size(); ++i) {
    methods.push_back(method_scope(syntax, function.methods[i], function, std::to_string(i)));
    methods.back().words["more"] = i + 1 < function.methods.size() ? "yes" : "";
  }
  return methods;
}

std::string one_line(std::string_view pattern, const Scope& scope) {
  std::string line = render(pattern, scope);
  line.pop_back();  // the line feed
  return line;
}

}  // namespace

std::string spell(const TypeWords& words, const Type& type) {
  std::string text(words.base[static_cast<std::size_t>(type.base)]);
  for (int i = 0; i < type.depth; ++i) text = replace_all(std::string(words.array), "@", text);
  return text;
}

std::string snake_case(std::string_view name) {
  std::string snake;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto letter = static_cast<unsigned char>(name[i]);
    const bool begins_word = i > 0 && std::isupper(letter) != 0 && name[i - 1] != '_' &&
                             std::isupper(static_cast<unsigned char>(name[i - 1])) == 0;
    if (begins_word) snake += '_';
    snake += static_cast<char>(std::tolower(letter));
  }
  return snake;
}

std::string safe_name(const Syntax& syntax, const std::string& name) {
  const std::string written = syntax.names == Names::kSnakeCase ? snake_case(name) : name;
  const bool taken = std::ranges::find(syntax.keywords, written) != syntax.keywords.end();
  return taken ? written + "_" : written;
}

Scope make_scope(const Problem& problem, const Syntax& syntax) {
  const spec::Function& function = problem.function;
  const bool function_contract = problem.contract == spec::Contract::kFunction;
  const auto flag = [](bool set) { return std::string(set ? "yes" : ""); };
  Scope scope;
  scope.words = {
      {"title", replace_all(problem.title.empty() ? problem.name : problem.title, "\n", " ")},
      {"stdio", flag(!function_contract)},
      {"class_design", flag(function.is_class())},
      {"class", function.is_class() ? function.class_name : std::string(syntax.solution_class)},
      {"half_memory", std::to_string(problem.limits.memory / 2)},
      {"uses_list", flag(function_contract && uses(function, Type::Base::kListNode))},
      {"uses_tree", flag(function_contract && uses(function, Type::Base::kTreeNode))}};
  scope.lists["constructor"] = {};
  scope.lists["methods"] = {};
  if (!function_contract) return scope;
  if (function.is_class()) {
    scope.lists["constructor"].push_back(method_scope(syntax, function.call, function, "c"));
    scope.lists["methods"] = class_methods(syntax, function);
  } else {
    scope.lists["methods"].push_back(method_scope(syntax, function.call, function, "0"));
    mark_in_place(scope.lists["methods"][0], syntax, function);
  }
  return scope;
}

void define_missing_nodes(Scope& scope, const std::function<bool(std::string_view type)>& defines) {
  const auto lacks = [&](std::string_view type, const char* used) {
    return !scope.words[used].empty() && !defines(type) ? "yes" : "";
  };
  scope.words["define_list"] = lacks("ListNode", "uses_list");
  scope.words["define_tree"] = lacks("TreeNode", "uses_tree");
}

std::string signature_line(const Problem& problem, const Syntax& syntax) {
  if (problem.contract != spec::Contract::kFunction) return "";
  Scope scope = make_scope(problem, syntax);
  const std::vector<Scope>& methods = scope.lists["methods"];
  if (!problem.function.is_class()) {
    return one_line(syntax.signature, methods.front());
  }
  std::vector<std::string> members;
  const auto add = [&](std::string_view pattern, Scope member) {
    member.words["class"] = scope.words["class"];
    members.push_back(one_line(pattern, member));
  };
  add(syntax.constructor_signature, scope.lists["constructor"].front());
  for (const Scope& method : methods) add(syntax.method_signature, method);
  scope.words["members"] = join(members, "; ");
  return one_line(syntax.class_signature, scope);
}

std::string declared_name(const Problem& problem, const Syntax& syntax) {
  if (problem.contract != spec::Contract::kFunction) return "";
  return problem.function.is_class() ? problem.function.class_name
                                     : safe_name(syntax, problem.function.call.name);
}

}  // namespace algo::language
