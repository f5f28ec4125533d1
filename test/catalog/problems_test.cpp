// Every problem that the program carries keeps the rules of the catalogue.
#include "base/files.h"
#include "catalog/catalog.h"
#include "language/language.h"
#include "spec/load.h"
#include "spec/problem_json.h"
#include "support/loaded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace algo::catalog {

namespace {

bool has_solution(const spec::Problem& problem, const std::string& path) {
  return std::any_of(problem.solutions.begin(),
                     problem.solutions.end(),
                     [&](const spec::SolutionFile& file) { return file.path == path; });
}

}  // namespace

TEST_CASE("built-in problems: there are at least twelve") {
  const RealFiles files;
  CHECK(Catalog(files, "").entries().size() >= 12);
}

TEST_CASE("built-in problems: each loads and is whole") {
  const RealFiles files;
  const Catalog catalog(files, "");
  for (const Entry& entry : catalog.entries()) {
    CAPTURE(entry.id);
    const spec::Problem problem = spec::load_problem(*catalog.open(entry.id));
    CHECK(problem.name == entry.id);
    CHECK_FALSE(problem.difficulty.empty());
    CHECK_FALSE(problem.tags.empty());
    CHECK_FALSE(problem.statement.empty());
    CHECK(problem.cases.size() >= 10);
    CHECK(std::any_of(problem.cases.begin(), problem.cases.end(), [](const spec::Case& one) {
      return one.sample;
    }));
    CHECK(std::any_of(problem.solutions.begin(),
                      problem.solutions.end(),
                      [](const spec::SolutionFile& file) { return file.expected != "AC"; }));
  }
}

TEST_CASE("built-in problems: each has an accepted solution in every language") {
  const RealFiles files;
  const Catalog catalog(files, "");
  for (const Entry& entry : catalog.entries()) {
    CAPTURE(entry.id);
    const spec::Problem problem = spec::load_problem(*catalog.open(entry.id));
    for (const language::Language& language : language::languages()) {
      CAPTURE(language.title);
      CHECK(has_solution(problem, "solutions/accepted" + std::string(language.extension)));
    }
  }
}

TEST_CASE("built-in problems: each survives test-cases.json") {
  const RealFiles files;
  const Catalog catalog(files, "");
  for (const Entry& entry : catalog.entries()) {
    CAPTURE(entry.id);
    const Json json = spec::to_cases_json(spec::load_problem(*catalog.open(entry.id)));
    const std::string bytes = dump_json(json);
    CHECK(dump_json(spec::to_cases_json(test::loaded_cases_json(bytes, entry.id))) == bytes);
  }
}

}  // namespace algo::catalog
