#include "bundle/cases_text.h"

#include "spec/problem_json.h"

namespace algo::bundle {

std::string cases_text(const spec::Problem& problem) {
  std::string text = "{\n";
  const Json head = spec::to_cases_head(problem);
  for (const auto& [key, value] : head.items()) {
    text.append(dump_json(Json(key))).append(": ").append(dump_json(value)).append(",\n");
  }
  text += "\"cases\": [";
  const char* line = "\n";
  for (const spec::Case& one : problem.cases) {
    text.append(line).append(dump_json(spec::to_case_json(one)));
    line = ",\n";
  }
  return text + "\n]\n}\n";
}

}  // namespace algo::bundle
