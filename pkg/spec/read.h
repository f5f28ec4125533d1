#pragma once

#include "spec/document.h"
#include "spec/problem.h"

#include <cstddef>
#include <set>
#include <string>

namespace algo::spec {

// Readers of the parts that problem.yaml and test-cases.json have in common. Each checks every rule
// of its part and throws through its cursor.

// In this order:
void read_contract(const Cursor& spec, Problem& problem);  // `contract`, `function`
void read_compare(const Cursor& spec, Problem& problem);   // `compare`; after read_contract
void read_limits(const Cursor& spec, Problem& problem);    // `limits`

// One parameter of a function, constructor or method.
[[nodiscard]] Param read_param(const Cursor& at);

// Takes input and output out of the document instead of copying them; fills in defaults and checks
// the case. `default_name` is the name of a case that has none; "" when it must have one.
[[nodiscard]] Case read_case(const Cursor& at,
                             const Problem& problem,
                             const std::string& default_name);

// Names taken so far; one per problem.
using CaseNames = std::set<std::string>;
// Appends a case, unless its name is taken.
void add_case(const Cursor& at, CaseNames& names, Problem& problem, Case one);
// The number of elements of a list of cases; fails when the problem would have too many.
inline constexpr std::size_t kMaxCases = 10'000;
[[nodiscard]] std::size_t case_list_size(const Cursor& list, const Problem& problem);
// Appends every element of a list of cases. An unnamed one becomes STEM-NUMBER; without a stem it
// must have a name.
void read_case_list(const Cursor& list,
                    CaseNames& names,
                    Problem& problem,
                    const std::string& stem);

}  // namespace algo::spec
