#include "bundle/cases_text.h"

#include "spec/problem_json.h"

namespace algo::bundle {
namespace {

// The values are dumped where they are: copying large ones takes as long as dumping them.
void add_case(std::string& text, const spec::Case& one) {
  const std::string head = dump_json(spec::to_case_head(one));
  text.append(head, 0, head.size() - 1);
  text.append(",\"input\":").append(dump_json(one.input));
  text.append(",\"output\":").append(dump_json(one.output)).append("}");
}

}  // namespace

std::string cases_text(const spec::Problem& problem) {
  std::string text = "{\n";
  const Json head = spec::to_cases_head(problem);
  for (const auto& [key, value] : head.items()) {
    text.append(dump_json(Json(key))).append(": ").append(dump_json(value)).append(",\n");
  }
  text += "\"cases\": [";
  const char* line = "\n";
  for (const spec::Case& one : problem.cases) {
    text += line;
    add_case(text, one);
    line = ",\n";
  }
  text += "\n]\n}\n";
  return text;
}

}  // namespace algo::bundle
