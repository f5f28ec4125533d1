#include "spec/problem_json.h"

#include "spec/document.h"
#include "spec/names.h"
#include "spec/read.h"
#include "spec/write_problem.h"

#include <string>
#include <utility>
#include <vector>

namespace algo::spec {
namespace {

// Of a case that is parsed again when its turn comes: that takes time, of a long one too much.
constexpr std::size_t kShortCase = std::size_t{64} << 10U;

// Reads the cases one by one, so that no more than one short case has its values in memory.
class CasesReader {
 public:
  void take(std::string_view key, std::size_t index, Json& value, std::string_view text) {
    if (key != "cases") return;
    if (index < kMaxCases && text.size() > kShortCase) return;
    value = nullptr;
    if (index >= kMaxCases) return;
    texts_.resize(index + 1);
    texts_[index] = text;
  }

  void read(const Cursor& cases, const std::string& name, Problem& problem) {
    CaseNames names;
    const std::size_t size = case_list_size(cases, problem);
    texts_.resize(size);
    problem.cases.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      const Cursor at = cases.item(i);
      if (!texts_[i].empty()) at.json() = parse_json(texts_[i], name);
      Case one = read_case(at, problem, "");
      if (!texts_[i].empty()) one.input = one.output = nullptr;
      one.text = std::move(texts_[i]);
      add_case(at, names, problem, std::move(one));
      at.json() = nullptr;
    }
  }

 private:
  std::vector<std::string> texts_;  // "" for one that is no short case
};

}  // namespace

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
  CasesReader reader;
  const ElementSink take = [&](auto&&... element) { reader.take(element...); };
  Document document{name, parse_json(bytes, name, {}, take), std::nullopt};
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
  reader.read(cases, name, problem);
  if (problem.cases.empty()) cases.fail("is empty", "a problem has at least one case");
  return problem;
}

void load_case(const Problem& problem, Case& one) {
  if (one.text.empty()) return;
  Document document{one.name, parse_json(one.text, one.name), std::nullopt};
  one = read_case(Cursor(document), problem, "");
}

}  // namespace algo::spec
