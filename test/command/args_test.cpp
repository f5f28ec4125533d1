#include "args.h"

#include "base/error.h"
#include "base/text.h"

#include <doctest/doctest.h>

#include <array>

namespace algo {
namespace {

using Words = std::vector<std::string>;

std::string word(Format format) {
  constexpr std::array<const char*, 5> kWords{"table", "json", "yaml", "name", "junit"};
  return kWords.at(static_cast<std::size_t>(format));
}

// An operation as text: its name, then what differs from the default.
struct Describe {
  static std::string field(const std::string& name, const std::string& value) {
    return value.empty() ? "" : " " + name + "=" + value;
  }
  static std::string form(Format format) {
    return format == Format::kTable ? "" : " -o " + word(format);
  }
  static std::string judging(const JudgingOp& op) {
    return field("case", join(op.cases, "+")) + (op.fail_fast ? " fail-fast" : "") +
           (op.runs > 1 ? " runs=" + std::to_string(op.runs) : "") +
           field("result", op.result_file) + form(op.format);
  }
  std::string operator()(const ListOp& op) const { return "list" + form(op.format); }
  std::string operator()(const ShowOp& op) const {
    return "show" + field("problem", op.problem) + form(op.format);
  }
  std::string operator()(const InitOp& op) const {
    return "init" + field("problem", op.problem) + field("lang", op.language) +
           field("dir", op.folder) + (op.force ? " force" : "");
  }
  std::string operator()(const BuildOp& op) const {
    return "build" + field("problem", op.problem) + field("solution", op.solution) +
           field("lang", op.language) +
           (op.timeout ? field("timeout", human_duration(*op.timeout)) : "") +
           (op.memory_limit ? field("memory", std::to_string(*op.memory_limit)) : "") +
           field("memory-text", op.memory_limit_text) + field("image", op.image) +
           field("dir", op.folder);
  }
  std::string operator()(const RunOp& op) const {
    return std::string("run") + (op.cluster ? " cluster" : "") + field("bundle", op.bundle) +
           judging(op.judging);
  }
  // What else these hold is cluster_line_test.cpp's matter.
  std::string operator()(const AttachOp& op) const { return "attach" + run(op.run); }
  std::string operator()(const LogsOp& op) const {
    return "logs" + run(op.run) + field("container", op.container);
  }
  std::string operator()(const ResultOp& op) const { return "result" + run(op.run); }
  std::string operator()(const RunsOp& op) const {
    return "runs" + field("selector", op.selector) + (op.all_namespaces ? " all" : "") +
           form(op.format);
  }
  std::string operator()(const RemoveOp& op) const {
    return (op.live_only ? "cancel" : "delete") + field("run", join(op.names, "+")) +
           (op.last ? " last" : "") + field("selector", op.selector);
  }
  std::string operator()(const DoctorOp& op) const {
    return std::string("doctor") + (op.role ? " role" : "");
  }
  std::string operator()(const GcOp& op) const {
    return "gc " + human_duration(op.older_than) + (op.all_namespaces ? " all" : "");
  }
  static std::string run(const RunName& run) {
    return field("run", run.name) + (run.last ? " last" : "");
  }
  std::string operator()(const TestOp& op) const {
    return "test" + field("problem", op.problem) + field("solution", op.solution) +
           field("lang", op.language) + (op.from_stdin ? " stdin" : "") + judging(op.judging);
  }
  std::string operator()(const BenchOp& op) const {
    const auto number = [](const std::string& name, std::uint64_t value, std::uint64_t usual) {
      return value == usual ? "" : field(name, std::to_string(value));
    };
    const BenchOp usual;
    return "bench" + field("problem", op.problem) + field("solutions", join(op.solutions, "+")) +
           field("lang", op.language) + number("from", op.from.value_or(0), 0) +
           number("to", op.to.value_or(0), 0) + number("sizes", op.sizes, usual.sizes) +
           number("repeat", op.repeat, usual.repeat) + number("seed", op.seed, usual.seed) +
           field("plot", op.plot) + form(op.format);
  }
  std::string operator()(const VersionOp& op) const { return "version" + form(op.format); }
  std::string operator()(const HelpOp& op) const { return "help" + field("command", op.command); }
};

std::string described(const Words& words) {
  const Invocation invocation = parse(words, "kubectl algo");
  std::string text = std::visit(Describe{}, invocation.op);
  if (invocation.color == ColorWhen::kAlways) text += " color";
  if (invocation.color == ColorWhen::kNever) text += " no-color";
  return text;
}

std::string refusal(const Words& words) {
  try {
    return "accepted: " + described(words);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kUsage);
    return std::string(error.what()) + " | " + error.why() + " | " + error.next();
  }
}

struct Row {
  Words words;
  std::string expected;
};

TEST_CASE("parse: every command with its arguments and flags") {
  const std::vector<Row> rows{
      {{}, "help"},
      {{"--help"}, "help"},
      {{"-h"}, "help"},
      {{"help"}, "help"},
      {{"help", "build"}, "help command=build"},
      {{"build", "--help"}, "help command=build"},
      {{"build", "-h", "a", "b", "c"}, "help command=build"},
      {{"version"}, "version"},
      {{"--version"}, "version"},
      {{"version", "-o", "yaml"}, "version -o yaml"},
      {{"list"}, "list"},
      {{"list", "-o", "name"}, "list -o name"},
      {{"show", "two-sum", "-o", "json"}, "show problem=two-sum -o json"},
      {{"init", "two-sum"}, "init problem=two-sum"},
      {{"init", "two-sum", "--lang", "cpp", "--dir=x", "--force"},
       "init problem=two-sum lang=cpp dir=x force"},
      {{"build", "two-sum"}, "build problem=two-sum"},
      {{"build", "two-sum", "my.go"}, "build problem=two-sum solution=my.go"},
      {{"build", "--problem=two-sum"}, "build problem=two-sum"},
      {{"build", "--problem=two-sum", "my.go"}, "build problem=two-sum solution=my.go"},
      {{"build", "two-sum", "--problem=two-sum"}, "build problem=two-sum"},
      {{"build", "two-sum", "my.go", "--problem=two-sum"}, "build problem=two-sum solution=my.go"},
      {{"build", "p", "--lang=go", "--timeout=1m30s", "--memory-limit=128Mi", "--image=i:1"},
       "build problem=p lang=go timeout=90 s memory=134217728 memory-text=128Mi image=i:1"},
      {{"build", "p", "-o", "dir"}, "build problem=p dir=dir"},
      {{"build", "p", "--output-dir", "dir"}, "build problem=p dir=dir"},
      {{"run"}, "run cluster"},
      {{"run", "b", "-n", "demo"}, "run cluster bundle=b"},
      {{"attach", "two-sum-x"}, "attach run=two-sum-x"},
      {{"attach", "--last"}, "attach last"},
      {{"logs", "x", "-c", "build"}, "logs run=x container=build"},
      {{"result", "--last"}, "result last"},
      {{"runs", "-A", "-l", "a=b", "-o", "name"}, "runs selector=a=b all -o name"},
      {{"cancel", "x"}, "cancel run=x"},
      {{"delete", "--last"}, "delete last"},
      {{"gc"}, "gc 3600 s"},
      {{"doctor", "--role"}, "doctor role"},
      {{"gc", "-A", "--older-than=2m"}, "gc 120 s all"},
      {{"run", "--local"}, "run"},
      {{"run", "b", "--local", "--case", "x", "--case=y", "--fail-fast", "-o", "junit"},
       "run bundle=b case=x+y fail-fast -o junit"},
      {{"run", "--local", "--result-file", "r.json", "b"}, "run bundle=b result=r.json"},
      {{"test", "p"}, "test problem=p"},
      {{"test", "p", "s.py", "--lang=python"}, "test problem=p solution=s.py lang=python"},
      {{"test", "p", "--stdin"}, "test problem=p stdin"},
      {{"bench", "p"}, "bench problem=p"},
      {{"bench", "p", "s.go", "--lang=go", "--from=9", "--to=99", "--sizes=7", "--repeat=2"},
       "bench problem=p solutions=s.go lang=go from=9 to=99 sizes=7 repeat=2"},
      {{"bench", "p", "--seed=0", "--plot=x.svg", "-o", "json"},
       "bench problem=p seed=0 plot=x.svg -o json"},
      {{"compare", "p/a.go", "b.py"}, "bench problem=p solutions=p/a.go+b.py"},
      {{"compare", "/x/two-sum/a.go", "b"}, "bench problem=two-sum solutions=/x/two-sum/a.go+b"},
      {{"compare", "a", "b", "--problem=q"}, "bench problem=q solutions=a+b"}};
  for (const auto& [words, expected] : rows) {
    CAPTURE(words);
    CHECK(described(words) == expected);
  }
}

TEST_CASE("parse: flags in every place and spelling") {
  const std::vector<Row> rows{
      {{"list", "-o", "json"}, "list -o json"},
      {{"list", "-ojson"}, "list -o json"},
      {{"list", "-o=json"}, "list -o json"},
      {{"list", "--output", "json"}, "list -o json"},
      {{"list", "--output=json"}, "list -o json"},
      {{"list", "-o", "yaml", "-o", "json"}, "list -o json"},
      {{"show", "-o", "json", "p"}, "show problem=p -o json"},
      {{"test", "--fail-fast", "p", "--lang", "go", "s"},
       "test problem=p solution=s lang=go fail-fast"},
      {{"test", "p", "--fail-fast=false"}, "test problem=p"},
      {{"test", "p", "--runs=5"}, "test problem=p runs=5"},
      {{"run", "b", "--local", "--runs", "3"}, "run bundle=b runs=3"},
      {{"test", "p", "--fail-fast", "--fail-fast=false"}, "test problem=p"},
      {{"test", "p", "--", "--odd-name.go"}, "test problem=p solution=--odd-name.go"},
      {{"test", "p", "--", "-o=x"}, "test problem=p solution=-o=x"},
      {{"test", "p", "a,b.go", "--case=x,y"}, "test problem=p solution=a,b.go case=x,y"},
      {{"list", "--color=always"}, "list color"},
      {{"list", "--color", "never"}, "list no-color"},
      {{"list", "--color=auto"}, "list"}};
  for (const auto& [words, expected] : rows) {
    CAPTURE(words);
    CHECK(described(words) == expected);
  }
}

TEST_CASE("parse: refuses, and says what was meant") {
  const std::string see = "kubectl algo ";
  const std::vector<Row> rows{
      {{"lst"}, "unknown command \"lst\" |  | did you mean list?"},
      {{"biuld", "two-sum"}, "unknown command \"biuld\" |  | did you mean build?"},
      {{"frobnicate"}, "unknown command \"frobnicate\" |  | " + see + "help"},
      {{"help", "tset"}, "unknown command \"tset\" |  | did you mean test?"},
      {{"-x", "list"}, "flags go after the command: -x |  | " + see + "help"},
      {{"\x1b[31m"}, "unknown command \"\\x1b[31m\" |  | " + see + "help"},
      {{"list", "--ouptut=json"}, "unknown flag --ouptut |  | did you mean --output?"},
      {{"build", "p", "--tiemout", "3s"}, "unknown flag --tiemout |  | did you mean --timeout?"},
      {{"list", "--lang=go"}, "unknown flag --lang |  | " + see + "list --help"},
      {{"list", "-z"}, "unknown flag -z |  | " + see + "list --help"},
      {{"list", "-hz"}, "unknown flag -z | in -hz | " + see + "list --help"},
      {{"list", "-o"}, "--output needs a value | --output=FORMAT | " + see + "list --help"},
      {{"list", "--output"}, "--output needs a value | --output=FORMAT | " + see + "list --help"},
      {{"test", "p", "--stdin=5"},
       "--stdin takes true or false | \"5\" is neither | " + see + "test --help"},
      {{"list", "x"},
       "unexpected argument \"x\" | list takes no arguments | " + see + "list --help"},
      {{"run", "a", "b", "--local"},
       "unexpected argument \"b\" | run takes only [BUNDLE|PROBLEM] | " + see + "run --help"},
      {{"list", "-o", "jsno"},
       "--output=jsno | known are table, json, yaml, name | did you mean json?"},
      {{"show", "p", "-o", "name"}, "--output=name | known are table, json, yaml | "},
      {{"test", "p", "-o", "xml"}, "--output=xml | known are table, json, yaml, junit | "},
      {{"list", "--color=nevr"},
       "--color=nevr | known are always, auto, never | did you mean never?"},
      {{"show"}, "show needs a PROBLEM |  | kubectl algo list, or kubectl algo show --help"},
      {{"build"}, "build needs a PROBLEM |  | kubectl algo list, or kubectl algo build --help"},
      {{"build", ""}, "build needs a PROBLEM |  | kubectl algo list, or kubectl algo build --help"},
      {{"build", "--problem=p", "a", "b"}, "two problems: a and --problem=p |  | name one of them"},
      {{"build", "p", "--lang=gp"},
       "no language \"gp\" | known: go, c, cpp, java, python, rust, javascript, typescript | did "
       "you "
       "mean go"},
      {{"build", "p", "--lang="},
       "no language \"\" | known: go, c, cpp, java, python, rust, javascript, typescript | "},
      {{"run", "--local", "-n", "demo"}, "--local goes without --namespace | that is for a run"},
      {{"attach"}, "attach needs a RUN, or --last |  | kubectl algo runs"},
      {{"attach", "x", "--last"}, "attach needs a RUN, or --last | not both"},
      {{"run", "--cleanup=often"}, "--cleanup=often | known are success, always, never"},
      {{"run", "--dry-run=maybe"}, "--dry-run=maybe | known are none, client, server"},
      {{"gc", "--dry-run=server"}, "--dry-run=server | known are none, client"},
      {{"run", "--patch=["}, "--patch is no JSON"},
      {{"run", "--patch=7"}, "--patch is neither an object nor an array"},
      {{"run", "--toleration=:NoSchedule"}, "--toleration=:NoSchedule | it has no key"},
      {{"run", "--node-selector=disk"}, "--node-selector=disk | it takes KEY=VALUE"},
      {{"run", "--schedule-timeout=soon"}, "--schedule-timeout=soon | not a duration"},
      {{"test", "p", "--runs=0"}, "--runs=0 | not a whole number from 1 to 10000"},
      {{"test", "p", "--runs=many"}, "--runs=many | not a whole number from 1 to 10000"},
      {{"run", "b", "--runs=3"},
       "--runs is for judging on this machine | a run in a cluster runs each case once"},
      {{"test", "p", "--stdin", "--case=x"},
       "--stdin goes with none of --case, --fail-fast and --runs | standard input is the only case "
       "then"}};
  for (const auto& [words, expected] : rows) {
    CAPTURE(words);
    const std::string got = refusal(words);
    CHECK_MESSAGE(got.starts_with(expected), got);
  }
}

TEST_CASE("parse: refuses measurements that make no sense") {
  for (const std::string value : {"", "0", "-1", "1.5", "x", "1e3", "100000001"}) {
    CAPTURE(value);
    CHECK(refusal({"bench", "p", "--from=" + value})
              .starts_with("--from=" + value + " | a whole number from 1 to "));
  }
  CHECK(refusal({"bench", "p", "--seed=9223372036854775808"}).starts_with("--seed="));
  CHECK(refusal({"bench", "p", "--sizes=1"}).starts_with("--sizes=1 | a whole number from 2"));
  CHECK(refusal({"bench", "p", "-o", "junit"}).starts_with("--output=junit | known are table"));
  CHECK(refusal({"compare", "two-sum/a.go"}).starts_with("compare needs two solutions"));
  for (const std::string first : {"a.go", "./a.go", "../a.go", "/a.go"}) {
    CAPTURE(first);
    CHECK(refusal({"compare", first, "b"}).starts_with("which problem do they solve?"));
  }
}

TEST_CASE("parse: refuses durations and quantities that are none") {
  for (const std::string value : {"", "0", "30", "-3s", "3 s", "ten", "1e99s", "5s5"}) {
    CAPTURE(value);
    CHECK(
        refusal({"build", "p", "--timeout=" + value}).starts_with("--timeout=" + value + " | not"));
  }
  for (const std::string value : {"", "-1Mi", "12Q", "Mi", "1.2.3", "99999999999Gi"}) {
    CAPTURE(value);
    CHECK(refusal({"build", "p", "--memory-limit=" + value})
              .starts_with("--memory-limit=" + value + " | not"));
  }
}

TEST_CASE("program_name: what the person typed to get here") {
  CHECK(program_name("/srv/me/.krew/bin/kubectl-algo") == "kubectl algo");
  CHECK(program_name("kubectl-algo") == "kubectl algo");
  CHECK(program_name("./kubectl-my_algo") == "kubectl my-algo");
  CHECK(program_name("/usr/bin/algo") == "algo");
}

}  // namespace
}  // namespace algo
