#include "spec/problem_json.h"

#include "spec/document.h"
#include "spec/names.h"
#include "spec/read.h"
#include "spec/write_problem.h"

#include <utility>

namespace algo::spec {

Json to_cases_head(const Problem& problem) {
  Json object = Json::object();
  object["schema"] = kCasesSchema;
  object["name"] = problem.name;
  write_problem_parts(problem, object);
  return object;
}

Json to_case_head(const Case& one) {
  Json item = Json::object();
  item["name"] = one.name;
  if (!one.group.empty()) item["group"] = one.group;
  if (one.sample) item["sample"] = true;
  return item;
}

Json to_cases_json(const Problem& problem) {
  Json object = to_cases_head(problem);
  Json& cases = object["cases"] = Json::array();
  for (const Case& one : problem.cases) {
    Json item = to_case_head(one);
    item["input"] = one.input;
    item["output"] = one.output;
    cases.push_back(std::move(item));
  }
  return object;
}

Problem from_cases_json(const std::string& bytes, const std::string& name) {
  Document document{name, parse_json(bytes, name), std::nullopt};
  const Cursor root(document);
  root.allow_keys({"schema", "name", "contract", "function", "compare", "limits", "cases"});
  const Cursor schema = root.require("schema");
  if (schema.text() != kCasesSchema) {
    schema.fail("is unknown to this version", std::string(kCasesSchema));
  }
  Problem problem;
  const Cursor problem_name = root.require("name");
  problem.name = problem_name.text();
  if (!is_problem_name(problem.name)) {
    problem_name.fail("is no name", "at most 40 lower-case letters, digits and dashes inside");
  }
  read_contract(root, problem);
  read_compare(root, problem);
  read_limits(root, problem);
  const Cursor cases = root.require("cases");
  CaseNames names;
  read_case_list(cases, names, problem, "");
  if (problem.cases.empty()) cases.fail("is empty", "a problem has at least one case");
  return problem;
}

}  // namespace algo::spec
