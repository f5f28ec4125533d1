#include "spec/problem_json.h"

#include "spec/error_of.h"
#include "spec/load.h"
#include "spec/problem_text.h"
#include "support/loaded.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace algo::spec {

namespace {

constexpr const char* kClass =
    "  contract: function\n"
    "  function:\n"
    "    class: Log\n"
    "    methods:\n"
    "      - {name: add, params: [{name: line, type: string, default: \"a: \\\"b\\\" "
    "#\\n\\u007f\"}], "
    "returns: void}\n"
    "      - {name: mean, returns: double}\n"
    "  compare: {float: {rel: 1e-9}}\n"
    "  limits: {time: 1234567ns, wall: 90s, memory: 100000001, output: 3Ki}\n"
    "  cases:\n"
    "    - {name: a, group: g, sample: true, input: [[Log, add, mean], [[], [], []]], output: "
    "[null, "
    "null, 0.5]}\n";

Problem two_sum() {
  return load_problem(test::problem_source(std::string(test::kTwoSum) +
                                           "  tags: [array]\n  compare: {unordered: 1}\n" +
                                           test::kOneCase));
}

std::string error_of(const std::string& json) {
  return test::error_of([&] { return from_cases_json(json, "f"); });
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("to_cases_json: writes what the judge needs, and no more") {
  CHECK(
      dump_json(to_cases_json(two_sum())) ==
      R"({"schema":"kubectl-algo/test-cases/v1","name":"two-sum","contract":"function",)"
      R"("function":{"name":"twoSum","params":[{"name":"nums","type":"integer[]","min":2,"max":4,)"
      R"("items":{"min":-5,"max":5}},{"name":"target","type":"integer"}],"returns":"integer[]"},)"
      R"("compare":{"unordered":1},"limits":{"time":"1s","wall":"3s","memory":"128Mi",)"
      R"("output":"8Mi","processes":64},)"
      R"("cases":[{"name":"a","input":[[1,2],3],"output":[0,1]}]})");
}

TEST_CASE("from_cases_json: reads what to_cases_json writes") {
  for (const std::string& lines : {std::string(test::kTwoSum) + test::kOneCase,
                                   std::string(kClass),
                                   std::string("  contract: stdio\n  compare: lines\n  cases: "
                                               "[{name: a, input: \"ü\\0\", output: \"\"}]\n")}) {
    CAPTURE(lines);
    const Problem problem = load_problem(test::problem_source(lines));
    const std::string written = dump_json(to_cases_json(problem));
    const Problem again = test::loaded_cases_json(written, "f");
    CHECK(dump_json(to_cases_json(again)) == written);
    CHECK(again.limits.time == problem.limits.time);
    CHECK(again.limits.memory == problem.limits.memory);
    CHECK(again.compare.rel == problem.compare.rel);
    CHECK(again.cases.at(0).sample == problem.cases.at(0).sample);
  }
}

// two-sum's test-cases.json with other cases, which are the last of it.
std::string with_cases(const std::string& cases) {
  const std::string good = dump_json(to_cases_json(two_sum()));
  return good.substr(0, good.rfind("[{")) + cases + "}";
}

TEST_CASE("from_cases_json: a short case has its text until it is loaded, a long one its values") {
  const std::string group(64, 'g');
  std::string spaces(std::size_t{64} << 10U, ' ');
  const std::string bytes = with_cases(
      R"([{"name":"a","sample":true,"input":[[1,2],3],"output":[0,1]}, )"
      R"({"name":"b","input":[[2,2],4],"output":[0,1],"group":")" +
      group + "\"}, {\"name\":\"c\"," + spaces + R"("input":[[3,3],6],"output":[0,1]}])");
  Problem problem = from_cases_json(bytes, "f");
  REQUIRE(problem.cases.size() == 3);
  CHECK(problem.cases[0].text == R"({"name":"a","sample":true,"input":[[1,2],3],"output":[0,1]})");
  CHECK(problem.cases[0].sample);
  CHECK(problem.cases[0].input.is_null());
  CHECK(problem.cases[1].group == group);
  CHECK(problem.cases[2].text.empty());
  CHECK(problem.cases[2].input == Json({{3, 3}, 6}));
  for (Case& one : problem.cases) load_case(problem, one);
  CHECK(problem.cases[0].text.empty());
  CHECK(problem.cases[0].sample);
  CHECK(problem.cases[0].input == Json({{1, 2}, 3}));
  CHECK(problem.cases[1].group == group);
  CHECK(problem.cases[1].output == Json({0, 1}));
  CHECK(problem.cases[2].input == Json({{3, 3}, 6}));
}

TEST_CASE("from_cases_json: cases may stand before what they are checked against") {
  const std::string good = dump_json(to_cases_json(two_sum()));
  const std::size_t at = good.rfind("\"cases\":");
  const std::string turned =
      "{" + good.substr(at, good.size() - at - 1) + "," + good.substr(1, at - 2) + "}";
  CHECK(dump_json(to_cases_json(test::loaded_cases_json(turned, "f"))) == good);
}

TEST_CASE("from_cases_json: refuses a case wherever it stands, as if all were read at once") {
  const std::string one = R"({"name":"a","input":[[1,2],3],"output":[0,1]})";
  struct Row {
    std::string cases;
    const char* error;
  };
  for (const Row& row : {
           Row{"[" + one + "," + one + "]", "f: cases[1] repeats the name a; "},
           Row{"[" + one + ",\"x\"]", "f: cases[1] is no map; "},
           Row{"[7," + one + "]", "f: cases[0] is no map; "},
           Row{"[" + one + ",null]", "f: cases[1] is no map; "},
           Row{"[" + one + ",[]]", "f: cases[1] is no map; "},
           Row{"[" + one + R"(,{"name":"b","inptu":1}])", "f: unknown key \"inptu\" in cases[1]; "},
           Row{"[" + one + R"(,{"name":"b","name":"b"}])", "f:1:"},
           Row{"{\"0\":" + one + "}", "f: cases is no list; "},
           Row{"[]", "f: cases is empty; "},
       }) {
    CAPTURE(row.cases);
    const std::string error = error_of(with_cases(row.cases));
    CAPTURE(error);
    CHECK(error.starts_with(row.error));
  }
}

TEST_CASE("from_cases_json: refuses one case too many") {
  std::string cases = "[";
  for (int i = 0; i < 10'001; ++i) cases += "{},";
  cases.back() = ']';
  CHECK(error_of(with_cases(cases)).starts_with("f: cases is too long; "));
}

TEST_CASE("from_cases_json: refuses what was tampered with") {
  const std::string good = dump_json(to_cases_json(two_sum()));
  struct Row {
    const char* from;
    const char* to;
    const char* error;
  };
  for (const Row& row : {
           Row{"test-cases/v1",
               "test-cases/v2",
               "f: schema is unknown to this version; kubectl-algo/test-cases/v1; got "},
           Row{"\"name\":\"two-sum\"", "\"name\":\"../x\"", "f: name is no name; "},
           Row{"\"limits\"", "\"limit\"", "f: unknown key \"limit\"; did you mean \"limits\"?"},
           Row{"\"1s\"", "\"1000h\"", "f: limits.time is out of range; "},
           Row{"[[1,2],3]", "[[1,2],\"3\"]", "f: case a: target breaks a rule; integer: "},
           Row{"[[1,2],3]", "[[1,2],3],\"group\":7", "f: cases[0].group is no text; "},
           Row{"twoSum", "two Sum", "f: function.name is no identifier; "},
           Row{"\"integer[]\"", "\"void\"", "f: function.params[0].type cannot be void; "},
           Row{"{\"unordered\":1}",
               "{\"unordered\":1.5}",
               "f: compare.unordered is out of range; "},
           Row{"{\"name\":\"a\",", "{", "f: cases[0] lacks the key \"name\"; "},
           Row{"{\"schema\"", "{\"schema\":1,\"schema\"", "f:1:"},
           Row{"{\"schema\"", "[{\"schema\"", "f:1:"},
       }) {
    CAPTURE(row.to);
    const std::string error = error_of(replaced(good, row.from, row.to));
    CAPTURE(error);
    CHECK(error.starts_with(row.error));
  }
  CHECK(error_of("[]").starts_with("f: the document is no map; "));
  CHECK(error_of("{}").starts_with("f: the document lacks the key \"schema\"; "));
}

TEST_CASE("to_spec_yaml: load_problem reads it again to the same header") {
  for (const std::string& lines :
       {std::string(test::kTwoSum), std::string(kClass), std::string("  contract: stdio\n")}) {
    CAPTURE(lines);
    const Problem problem = load_problem(test::problem_source(lines), Depth::kHeader);
    const std::string yaml = to_spec_yaml(problem);
    CAPTURE(yaml);
    const Problem again =
        load_problem(test::MemorySource({{"problem.yaml", yaml}}), Depth::kHeader);
    CHECK(to_spec_yaml(again) == yaml);
    CHECK(dump_json(to_cases_json(again)) ==
          dump_json(to_cases_json(problem))
                  .substr(0, dump_json(to_cases_json(problem)).rfind("\"cases\"")) +
              "\"cases\":[]}");
    CHECK(again.title == problem.title);
  }
}

TEST_CASE("to_spec_yaml: quotes what would be taken for something else") {
  for (const char* title :
       {"yes", "12", "a: b", "# x", "- x", "ü", "\\\"'", "*a", " x ", "null", "1e3", "{"}) {
    CAPTURE(title);
    Problem problem = two_sum();
    problem.title = title;
    const std::string yaml = to_spec_yaml(problem);
    CAPTURE(yaml);
    const Problem again =
        load_problem(test::MemorySource({{"problem.yaml", yaml}}), Depth::kHeader);
    CHECK(again.title == title);
  }
}

}  // namespace algo::spec
