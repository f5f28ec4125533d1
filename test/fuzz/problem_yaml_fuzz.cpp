// Oracle: problem.yaml is either refused with Error(kInput) that names a position in it or a file,
// or accepted, and then its header survives spec.yaml and the whole survives test-cases.json.
#include "base/error.h"
#include "fuzz/fuzz.h"
#include "spec/load.h"
#include "spec/problem_json.h"
#include "support/loaded.h"
#include "support/memory_source.h"

#include <map>
#include <string>

namespace {

using algo::test::fuzz_check;
using algo::test::MemorySource;

std::map<std::string, std::string> folder_with(const std::string& yaml) {
  return {{"problem.yaml", yaml},
          {"statement.md", "statement"},
          {"cases/1.json", R"({"input": [[1, 2], 3], "output": [0, 1]})"},
          {"cases/1.in", "1\n"},
          {"cases/1.ans", "1\n"},
          {"solutions/accepted.go", ""}};
}

void check_accepted(const algo::spec::Problem& problem) {
  const std::string yaml = algo::spec::to_spec_yaml(problem);
  const algo::spec::Problem header =
      algo::spec::load_problem(MemorySource({{"problem.yaml", yaml}}), algo::spec::Depth::kHeader);
  fuzz_check(algo::spec::to_spec_yaml(header) == yaml, "spec.yaml does not survive");
  const std::string json = algo::dump_json(algo::spec::to_cases_json(problem));
  const algo::spec::Problem again = algo::test::loaded_cases_json(json, "test-cases.json");
  fuzz_check(algo::dump_json(algo::spec::to_cases_json(again)) == json,
             "test-cases.json does not survive");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemorySource source(folder_with(std::string(data, data + size)));
  algo::spec::Problem problem;
  try {
    problem = algo::spec::load_problem(source);
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kInput, "an error of the wrong kind");
    const std::string what = error.what();
    const bool named = what.find("p/") != std::string::npos;
    fuzz_check(named, "an error that names no file");
    return 0;
  }
  check_accepted(problem);
  return 0;
}
