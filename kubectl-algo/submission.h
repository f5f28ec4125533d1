#pragma once

#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "language/language.h"
#include "spec/problem.h"
#include "spec/source.h"
#include "world.h"

#include <memory>
#include <string>

namespace algo {

// A problem and where it came from.
struct LoadedProblem {
  std::unique_ptr<catalog::Catalog> catalog{};  // the source reads from it
  std::unique_ptr<spec::Source> source{};
  spec::Problem problem{};
};
[[nodiscard]] LoadedProblem load(const World& world, const std::string& id_or_folder);

// A solution and where it came from.
struct Submission {
  const language::Language* language = nullptr;
  std::string text{};
  std::string origin{};  // "two-sum/solution.go", or "reference solution: …"
};

// The solution to judge: the named file; else the one in ./PROBLEM/; else the reference solution.
// `language` is "" or an id. Throws Error(kInput) for what cannot be a source file, and when there
// are several and nothing says which.
[[nodiscard]] Submission find_submission(const World& world,
                                         const LoadedProblem& loaded,
                                         const std::string& solution,
                                         const std::string& language);

// The problem's own accepted solution in that language ("" = any). Throws Error(kInput) without
// one.
[[nodiscard]] Submission find_reference(const LoadedProblem& loaded, const std::string& language);

// A program that comes with the problem; `path` is inside its folder.
[[nodiscard]] Submission source_in_problem(const LoadedProblem& loaded, const std::string& path);

}  // namespace algo
