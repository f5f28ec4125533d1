#include "spec/check.h"
#include "spec/names.h"
#include "spec/read.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace algo::spec {

namespace {

std::string case_name(const Cursor& at) {
  if (!is_case_name(at.text())) {
    at.fail("is no name", "1 to 64 letters, digits, dots, dashes and underscores");
  }
  return at.text();
}

}  // namespace

Case read_case(const Cursor& at, const Problem& problem, const std::string& default_name) {
  at.allow_keys({"name", "group", "sample", "input", "output"});
  Case one;
  one.name = default_name;
  if (const auto name = at.find("name")) one.name = case_name(*name);
  if (one.name.empty()) {
    at.fail_below({}, "lacks the key \"name\"", "a case outside a file of its own has a name", "");
  }
  if (const auto group = at.find("group")) one.group = case_name(*group);
  if (const auto sample = at.find("sample")) one.sample = sample->boolean();
  const Cursor input = at.require("input");
  const Cursor output = at.require("output");
  one.input = std::move(input.json());
  one.output = std::move(output.json());
  apply_defaults(problem, one);
  if (const std::optional<Violation> found = check_case(problem, one)) {
    const Cursor& part = found->in_output ? output : input;
    part.fail_as(found->indices,
                 "case " + one.name + ": " + found->where + " breaks a rule",
                 found->rule,
                 found->value);
  }
  return one;
}

void add_case(const Cursor& at, CaseNames& names, Problem& problem, Case one) {
  if (!names.insert(one.name).second) {
    at.fail_below({}, "repeats the name " + one.name, "every case has a name of its own", "");
  }
  problem.cases.push_back(std::move(one));
}

std::size_t case_list_size(const Cursor& list, const Problem& problem) {
  const std::size_t size = list.list_size();
  if (size > kMaxCases - std::min(kMaxCases, problem.cases.size())) {
    list.fail_below(
        {}, "is too long", "a problem has at most " + std::to_string(kMaxCases) + " cases", "");
  }
  return size;
}

void read_case_list(const Cursor& list,
                    CaseNames& names,
                    Problem& problem,
                    const std::string& stem) {
  const std::size_t size = case_list_size(list, problem);
  for (std::size_t i = 0; i < size; ++i) {
    const Cursor at = list.item(i);
    const std::string name = stem.empty() ? "" : stem + "-" + std::to_string(i + 1);
    add_case(at, names, problem, read_case(at, problem, name));
    at.json() = nullptr;  // not twice in memory
  }
}

}  // namespace algo::spec
