#include "spec/names.h"
#include "spec/read.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace algo::spec {

namespace {

constexpr std::size_t kMaxParams = 32;
constexpr std::size_t kMaxMethods = 64;

std::string read_identifier(const Cursor& at) {
  if (!is_identifier(at.text())) {
    at.fail("is no identifier", "a letter, then letters, digits and _, at most 64");
  }
  return at.text();
}

std::size_t bounded_size(const Cursor& list, std::size_t most) {
  const std::size_t size = list.list_size();
  if (size > most) list.fail("is too long", "at most " + std::to_string(most));
  return size;
}

std::vector<Param> read_params(const Cursor& list) {
  std::vector<Param> params;
  std::set<std::string> names;
  const std::size_t size = bounded_size(list, kMaxParams);
  for (std::size_t i = 0; i < size; ++i) {
    const Cursor at = list.item(i);
    params.push_back(read_param(at));
    if (!names.insert(params.back().name).second) {
      at.fail("repeats a name", "every parameter has a name of its own");
    }
  }
  return params;
}

Type read_returns(const Cursor& at) {
  const std::optional<Type> type = parse_type(at.text());
  if (!type) {
    at.fail("is no type",
            "void, integer, long, double, string, boolean, character, ListNode or TreeNode, with "
            "up to four [] behind it");
  }
  return *type;
}

Method read_method(const Cursor& at) {
  Method method;
  const Cursor name = at.require("name");
  method.name = read_identifier(name);
  if (const auto params = at.find("params")) method.params = read_params(*params);
  const Cursor returns = at.require("returns");
  method.returns = read_returns(returns);
  return method;
}

// The parameter that a function without a value answers in.
std::string read_in_place(const Cursor& at, const Method& call) {
  const std::optional<Cursor> named = at.find("inPlace");
  const bool returns_nothing = call.returns.base == Type::Base::kVoid;
  if (!named) {
    if (!returns_nothing) return "";
    at.require("returns").fail("leaves no answer to judge", "add inPlace: the parameter to judge");
  }
  if (!returns_nothing) {
    named->fail("contradicts returns", "inPlace goes with returns: void only");
  }
  const auto param = std::find_if(call.params.begin(), call.params.end(), [&](const Param& one) {
    return one.name == named->text();
  });
  if (param == call.params.end()) named->fail("is no parameter", "the name of a parameter");
  const Type::Base base = param->type.base;
  if (param->type.depth == 0 && base != Type::Base::kListNode && base != Type::Base::kTreeNode) {
    named->fail("cannot be changed in place", "an array, ListNode or TreeNode");
  }
  if (param->optional) named->fail("is optional", "an in-place parameter is always given");
  return param->name;
}

std::vector<Method> read_methods(const Cursor& list, const std::string& class_name) {
  std::vector<Method> methods;
  std::set<std::string> names{class_name};
  const std::size_t size = bounded_size(list, kMaxMethods);
  if (size == 0) list.fail("is empty", "a class has at least one method");
  for (std::size_t i = 0; i < size; ++i) {
    const Cursor at = list.item(i);
    at.allow_keys({"name", "params", "returns"});
    methods.push_back(read_method(at));
    if (!names.insert(methods.back().name).second) {
      at.fail("repeats a name", "every method has a name of its own, and not that of the class");
    }
  }
  return methods;
}

Function read_class(const Cursor& at) {
  at.allow_keys({"class", "constructor", "methods"});
  Function function;
  const Cursor name = at.require("class");
  function.class_name = read_identifier(name);
  function.call.name = function.class_name;
  if (const auto constructor = at.find("constructor")) {
    constructor->allow_keys({"params"});
    if (const auto params = constructor->find("params")) {
      function.call.params = read_params(*params);
    }
  }
  const Cursor methods = at.require("methods");
  function.methods = read_methods(methods, function.class_name);
  return function;
}

Function read_function(const Cursor& at) {
  if (at.json().is_object() && at.find("class")) return read_class(at);
  at.allow_keys({"name", "params", "returns", "inPlace", "class", "constructor", "methods"});
  for (const char* key : {"constructor", "methods"}) {
    if (const auto found = at.find(key)) found->fail("belongs to a class", "add class: NAME");
  }
  Function function;
  function.call = read_method(at);
  function.in_place = read_in_place(at, function.call);
  return function;
}

}  // namespace

void read_contract(const Cursor& spec, Problem& problem) {
  const Cursor contract = spec.require("contract");
  const std::string& word = contract.text();
  if (word == "interactive" || word == "plugin") {
    contract.fail("is not supported by this version", "function or stdio");
  }
  if (word != "function" && word != "stdio") contract.fail("is no contract", "function or stdio");
  const std::optional<Cursor> function = spec.find("function");
  if (word == "function") {
    problem.contract = Contract::kFunction;
    const Cursor given = spec.require("function");
    problem.function = read_function(given);
  } else {
    problem.contract = Contract::kStdio;
    if (function) function->fail("contradicts the contract", "a stdio problem has no function");
  }
}

}  // namespace algo::spec
