#include "base/yaml_emit.h"
#include "spec/problem_json.h"
#include "spec/write_problem.h"

namespace algo::spec {

std::string to_spec_yaml(const Problem& problem) {
  Json object = Json::object();
  object["apiVersion"] = kApiVersion;
  object["kind"] = "Problem";
  object["metadata"]["name"] = problem.name;
  Json& spec = object["spec"];
  spec["title"] = problem.title;
  if (!problem.difficulty.empty()) spec["difficulty"] = problem.difficulty;
  if (!problem.tags.empty()) spec["tags"] = problem.tags;
  write_problem_parts(problem, spec);
  return to_yaml(object);
}

}  // namespace algo::spec
