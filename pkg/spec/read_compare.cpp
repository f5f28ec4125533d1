#include "spec/check.h"
#include "spec/read.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace algo::spec {

namespace {

using Mode = Compare::Mode;

constexpr const char* kModes = "exact, tokens, lines, {unordered: DEPTH} or {float: {abs, rel}}";

double read_tolerance(const Cursor& at) {
  const Json& value = at.json();
  if (!value.is_number() || !(value.get<double>() >= 0) || !std::isfinite(value.get<double>())) {
    at.fail("is no tolerance", "a number from 0, such as 1e-9");
  }
  return value.get<double>();
}

void read_float(const Cursor& at, Compare& compare) {
  compare.mode = Mode::kFloat;
  at.allow_keys({"abs", "rel"});
  if (const auto abs = at.find("abs")) compare.abs = read_tolerance(*abs);
  if (const auto rel = at.find("rel")) compare.rel = read_tolerance(*rel);
  if (at.json().empty()) at.fail("is empty", "{abs: 1e-9, rel: 1e-9}, or one of them");
}

void read_word(const Cursor& at, Compare& compare) {
  const std::string& word = at.text();
  if (word == "exact") {
    compare.mode = Mode::kExact;
  } else if (word == "tokens") {
    compare.mode = Mode::kTokens;
  } else if (word == "lines") {
    compare.mode = Mode::kLines;
  } else if (word == "anyOf" || word == "checker") {
    at.fail("is not supported by this version", kModes);
  } else {
    at.fail("is no way to compare", kModes);
  }
}

void read_map(const Cursor& at, Compare& compare) {
  for (const char* key : {"anyOf", "checker"}) {
    if (const auto found = at.find(key)) found->fail("is not supported by this version", kModes);
  }
  at.allow_keys({"unordered", "float"});
  if (at.json().size() != 1) at.fail("is not one way to compare", kModes);
  if (const auto depth = at.find("unordered")) {
    compare.mode = Mode::kUnordered;
    compare.depth = static_cast<int>(depth->whole_number(1, 4));
  } else {
    const Cursor tolerance = at.require("float");
    read_float(tolerance, compare);
  }
}

bool has_double(const Function& function) {
  const auto is_double = [](const Type& type) { return type.base == Type::Base::kDouble; };
  if (!function.is_class()) return is_double(function.answer_type());
  return std::any_of(function.methods.begin(), function.methods.end(), [&](const Method& method) {
    return is_double(method.returns);
  });
}

// How many arrays lie inside each other in the JSON of an answer.
int array_depth(const Function& function) {
  if (function.is_class()) return 0;
  const Type& type = function.answer_type();
  return type.depth + (type.base == Type::Base::kListNode ? 1 : 0);
}

void check_fits(const Cursor& at, const Problem& problem) {
  const Mode mode = problem.compare.mode;
  const bool text = mode == Mode::kTokens || mode == Mode::kLines;
  if (problem.contract == Contract::kStdio) {
    if (mode == Mode::kUnordered) {
      at.fail("does not fit the contract", "stdio: exact, tokens, lines or {float: …}");
    }
    return;
  }
  if (text) at.fail("does not fit the contract", "function: exact, {unordered: …} or {float: …}");
  if (mode == Mode::kUnordered && problem.compare.depth > array_depth(problem.function)) {
    at.fail("is deeper than the answer",
            "the answer has " + std::to_string(array_depth(problem.function)) +
                " levels of arrays that can be unordered");
  }
  if (mode == Mode::kFloat && !has_double(problem.function)) {
    at.fail("does not fit the answer", "float is for answers of type double");
  }
}

}  // namespace

void read_compare(const Cursor& spec, Problem& problem) {
  const std::optional<Cursor> at = spec.find("compare");
  if (!at) {
    problem.compare.mode = problem.contract == Contract::kStdio ? Mode::kTokens : Mode::kExact;
    return;
  }
  if (at->json().is_object()) {
    read_map(*at, problem.compare);
  } else {
    read_word(*at, problem.compare);
  }
  check_fits(*at, problem);
}

}  // namespace algo::spec
