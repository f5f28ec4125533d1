// Oracle: test-cases.json is either refused with Error(kInput) that names the file, or accepted,
// and then it survives being written and read again.
#include "base/error.h"
#include "fuzz/fuzz.h"
#include "spec/problem_json.h"
#include "support/loaded.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using algo::test::fuzz_check;
  algo::spec::Problem problem;
  try {
    problem = algo::test::loaded_cases_json(std::string(data, data + size), "test-cases.json");
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kInput, "an error of the wrong kind");
    fuzz_check(std::string(error.what()).starts_with("test-cases.json:"),
               "an error that does not begin with the file");
    return 0;
  }
  const std::string written = algo::dump_json(algo::spec::to_cases_json(problem));
  const algo::spec::Problem again = algo::test::loaded_cases_json(written, "test-cases.json");
  fuzz_check(algo::dump_json(algo::spec::to_cases_json(again)) == written, "it does not survive");
  return 0;
}
