#pragma once

#include "spec/document.h"
#include "spec/problem.h"

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

}  // namespace algo::spec
