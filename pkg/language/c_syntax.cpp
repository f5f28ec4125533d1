#include "language/c_syntax.h"

#include "base/text.h"

#include <cctype>
#include <string>
#include <vector>

namespace algo::language::c {
namespace {

using spec::Type;

constexpr std::string_view kKeywords[] = {  // NOLINT(modernize-avoid-c-arrays)
    "NULL",
    "asm",
    "auto",
    "bool",
    "break",
    "case",
    "char",
    "const",
    "continue",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extern",
    "false",
    "float",
    "for",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "main",
    "register",
    "restrict",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "struct",
    "switch",
    "true",
    "typeof",
    "typedef",
    "union",
    "unsigned",
    "void",
    "volatile",
    "while",
    // Functions of the C library that a problem's function may be called like.
    "abs",
    "ceil",
    "close",
    "div",
    "exit",
    "exp",
    "floor",
    "free",
    "index",
    "link",
    "log",
    "open",
    "pow",
    "rand",
    "random",
    "read",
    "remove",
    "rename",
    "round",
    "select",
    "signal",
    "sqrt",
    "time",
    "write"};

constexpr TypeWords kTypes = {.base = {"void",
                                       "int",
                                       "long long",
                                       "double",
                                       "char*",
                                       "bool",
                                       "char",
                                       "struct ListNode*",
                                       "struct TreeNode*"},
                              .array = "@*"};
// The driver's names for the innermost type.
constexpr TypeWords kKinds = {
    .base = {"void", "integer", "long", "double", "string", "boolean", "character", "list", "tree"},
    .array = "@"};

std::string stars(int count) {
  std::string text;
  text.append(static_cast<std::size_t>(count), '*');
  return text;
}

// What a parameter, or an answer, is in C: one or more declarations, each a type and a name.
struct Part {
  std::string type{};
  std::string name{};
  std::string argument{};  // what the driver passes for it
};

std::vector<Part> parts_of(const Type& type, const std::string& name, const std::string& variable) {
  const std::string word = spell(kTypes, type);
  if (type.depth == 0) return {{word, name, variable}};
  std::vector<Part> parts{{word, name, "(" + word + ")" + variable + ".items"},
                          {"int", name + "Size", variable + ".count"}};
  std::string suffix = "Size";
  for (int level = 1; level < type.depth; ++level) {
    suffix = "Col" + suffix;
    const std::string sizes = "int" + stars(level);
    parts.push_back({sizes,
                     name + suffix,
                     "(" + sizes + ")" + variable + ".sizes[" + std::to_string(level - 1) + "]"});
  }
  return parts;
}

std::vector<Part> places_of(const Type& answer) {
  std::vector<Part> parts;
  std::string columns;
  for (int level = 0; level < answer.depth; ++level) {
    const std::string type = "int" + stars(level + 1);
    const std::string place =
        level == 0 ? "&driver_result.count"
                   : "(" + type + ")&driver_result.sizes[" + std::to_string(level - 1) + "]";
    parts.push_back({type, level == 0 ? "returnSize" : "return" + columns + "Sizes", place});
    columns += "Column";
  }
  return parts;
}

std::string take(const Type& type) {
  const std::string kind = spell(kKinds, type);
  if (type.depth == 0) return "driver_take_" + kind + "()";
  return "driver_take_array(driver_" + kind + ", " + std::to_string(type.depth) + ")";
}

// How an answer, held in `variable`, is written.
std::string give(const Type& type, const std::string& variable) {
  const std::string kind = spell(kKinds, type);
  if (type.depth == 0) return "driver_give_" + kind + "(" + variable + ")";
  return "driver_give_array(driver_" + kind + ", " + std::to_string(type.depth) + ", &" + variable +
         ")";
}

// lRUCache: the prefix of the functions of LRUCache.
std::string prefix_of(std::string name) {
  name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
  return name;
}

std::string method_name(const spec::Method& method, const spec::Function& function) {
  if (!function.is_class()) return safe_name(syntax(), method.name);
  std::string name = &method == &function.call ? "create" : method.name;
  name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return prefix_of(function.class_name) + name;
}

void set_lists(Scope& scope, const std::vector<Part>& parts) {
  std::vector<std::string> declared;
  std::vector<std::string> types;
  std::vector<std::string> arguments;
  for (const Part& part : parts) {
    declared.push_back(part.type + " " + part.name);
    types.push_back(part.type);
    arguments.push_back(part.argument);
  }
  scope.words["declared"] = join(declared, ", ");
  scope.words["declared_or_void"] = parts.empty() ? "void" : scope.words["declared"];
  scope.words["types"] = parts.empty() ? "void" : join(types, ", ");
  scope.words["arguments"] = join(arguments, ", ");
}

void append(std::vector<Part>& parts, std::vector<Part> more) {
  for (Part& part : more) parts.push_back(std::move(part));
}

void adapt(Scope& scope, const spec::Method& method, const spec::Function& function) {
  const bool creates = function.is_class() && &method == &function.call;
  std::vector<Part> parts;
  if (function.is_class() && !creates) {
    parts.push_back({function.class_name + "*", "obj", "driver_object"});
  }
  scope.words["give_in_place"] = "";
  for (std::size_t i = 0; i < method.params.size(); ++i) {
    const spec::Param& param = method.params[i];
    const std::string variable = "driver_arg" + std::to_string(i);
    append(parts, parts_of(param.type, safe_name(syntax(), param.name), variable));
    auto& words = scope.lists["params"][i].words;
    words["type"] = param.type.depth > 0 ? "struct driver_array" : spell(kTypes, param.type);
    words["codec"] = take(param.type);
    if (!function.in_place.empty() && param.name == function.in_place) {
      scope.words["give_in_place"] = give(param.type, variable);
    }
  }
  append(parts, places_of(method.returns));
  set_lists(scope, parts);
  scope.words["name"] = method_name(method, function);
  scope.words["returns"] = creates ? function.class_name + "*" : spell(kTypes, method.returns);
  scope.words["returns_array"] = method.returns.depth > 0 ? "yes" : "";
  scope.words["give"] = give(method.returns, "driver_result");
  scope.words["prefix"] = function.is_class() ? prefix_of(function.class_name) : "";
}

}  // namespace

const Syntax& syntax() {
  static constexpr Syntax kSyntax = {
      .types = kTypes,
      .codecs = {.base = {}, .array = ""},
      .zeros = {.base = {"", "0", "0", "0.0", "\"\"", "false", "' '", "NULL", "NULL"},
                .array = "NULL"},
      .param = "@ $",
      .heavy_param = "@ $",
      .result = "@",
      .argument = "driver_arg$",
      .checked = "$",
      .solution_class = "",
      .signature = "@{returns} @{name}(@{declared_or_void})",
      .class_signature = "@{members}",
      .constructor_signature = "@{returns} @{name}(@{declared_or_void})",
      .method_signature = "@{returns} @{name}(@{declared_or_void})",
      .names = Names::kAsGiven,
      .keywords = kKeywords,
      .adapt = adapt};
  return kSyntax;
}

}  // namespace algo::language::c
