#pragma once

#include "spec/problem.h"

#include <string>

namespace algo::spec {

inline constexpr std::string_view kCasesSchema = "kubectl-algo/test-cases/v1";

// test-cases.json: everything about a problem that the judge needs (name, contract, signature,
// compare, limits, cases); no statement, tags or solutions.
[[nodiscard]] Json to_cases_json(const Problem& problem);

// Its parts, for whoever writes it piece by piece: all but the cases, and of a case all but the
// input and the output that follow.
[[nodiscard]] Json to_cases_head(const Problem& problem);
[[nodiscard]] Json to_case_head(const Case& one);

// The reverse, for bytes that may be hostile; checks cases against the signature again.
// Throws Error(kInput) "NAME: where: what".
// A short case keeps its text instead of its values, which take ten times as much memory.
[[nodiscard]] Problem from_cases_json(const std::string& bytes, const std::string& name);
// Input and output of a case, if it has its text instead.
void load_case(const Problem& problem, Case& one);

// spec.yaml of the bundle: the problem as a person wrote it, normalised (defaults filled in, cases
// left to test-cases.json). Same problem, same bytes.
[[nodiscard]] std::string to_spec_yaml(const Problem& problem);

}  // namespace algo::spec
