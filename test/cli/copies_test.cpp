// A Python program of the stdio contract that is a copy of a zygote is, for all that it can see,
// the program started anew.
#include "base/json.h"
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::test {
namespace {

// What a program can find out about itself and around it, but for what differs between any two.
constexpr const char* kFacts = R"py(import sys
import traceback
modules = set(sys.modules)
import gc, inspect, os, signal
here = os.path.dirname(__file__)  # another folder every time
def say(*facts):
    print(*(str(fact).replace(here, 'HERE') for fact in facts))
say(sys.argv, sys.path, sys.flags, sys.getrecursionlimit(), __name__, __file__)
say(sorted(os.environ), os.getppid(), os.getpid() == os.getsid(0) == os.getpgrp(), os.getcwd())
say(len(inspect.stack()), [fd for fd in range(64) if os.path.exists(f"/dev/fd/{fd}")])
for fd in range(3, 64):
    try:
        os.fstat(fd)
        say("open", fd)
    except OSError:
        pass
for stream in (sys.stdin, sys.stdout, sys.stderr):
    say(stream.fileno(), stream.encoding, stream.errors, stream.line_buffering, stream.isatty())
say(gc.get_threshold(), gc.isenabled(), hash("text"))
say([signal.getsignal(number) for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGTERM)])
say(sorted(modules - {"_socket", "gc", "sitecustomize"}))
own = getattr(sys.modules.get("sitecustomize"), "__file__", "")  # Debian's Python has one
say("" if "/zygote/" in own else own)
try:
    say(1 / 0)
except ZeroDivisionError:
    say(traceback.format_exc())
say(traceback.format_stack())
say(sys.stdin.read())
)py";

std::string problem(const std::string& expected) {
  return "apiVersion: algorithm/v1alpha1\nkind: Problem\nmetadata: {name: facts}\nspec:\n"
         "  title: Facts\n  contract: stdio\n  cases:\n    - {name: one, input: \"in\\n\", "
         "output: " +
         dump_json(Json(expected)) + "}\n";
}

Json only_case(const ProcessResult& ran) {
  const Json report = Json::parse(ran.out);
  REQUIRE(report["cases"].size() == 1);
  return report["cases"][0];
}

TEST_CASE("copies: a python program cannot tell whether it is one") {
  const Cli cli;
  cli.write("facts.py", kFacts);
  const auto judge = [&cli](const std::string& expected) {
    cli.write("problem.yaml", problem(expected));
    return only_case(cli.run({"test", ".", "facts.py", "-o", "json"}));
  };
  // What fails in a copy is judged again alone.
  const Json alone = judge("something else\n");
  CHECK(alone["verdict"] == "WA");
  CHECK(alone.value("judgedAlone", false));
  const Json copy = judge(alone["stdout"]["text"].get<std::string>());
  CHECK_FALSE(copy.value("judgedAlone", false));
  CHECK_MESSAGE(copy["verdict"] == "AC", dump_json(copy) << "\nbut alone\n" << dump_json(alone));
}

TEST_CASE("copies: an error's trace shows the solution alone, and exit codes are its own") {
  const Cli cli;
  const auto judge = [&cli](const std::string& solution) {
    cli.write("problem.yaml", problem("1\n"));
    cli.write("solution.py", solution);
    return only_case(cli.run({"test", ".", "solution.py", "-o", "json"}));
  };
  const Json raised = judge("def f():\n    raise KeyError('key')\nf()\n");
  CHECK(raised["verdict"] == "RTE");
  CHECK(raised["cause"] == "exit:1");
  CHECK_FALSE(contains(raised["stderr"]["text"], "sitecustomize"));
  CHECK(judge("import sys\nsys.exit(9)\n")["cause"] == "exit:9");
  CHECK(judge("import os\nos.abort()\n")["cause"] == "signal:SIGABRT");
  CHECK(judge("import atexit\natexit.register(print, 1)\n")["verdict"] == "AC");
}

}  // namespace
}  // namespace algo::test
