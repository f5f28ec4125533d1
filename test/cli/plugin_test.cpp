#include "cli/cli.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

bool has_kubectl(const Cli& cli) {
  const bool has = cli.shell("command -v kubectl >/dev/null").code == 0;
  if (!has) MESSAGE("skipped: there is no kubectl on PATH");
  return has;
}

TEST_CASE("plugin: kubectl finds it, and passes arguments and exit codes") {
  const Cli cli;
  if (!has_kubectl(cli)) return;
  const ProcessResult list = cli.shell("kubectl algo list -o name");
  CHECK(list.code == 0);
  CHECK(list.out == cli.run({"list", "-o", "name"}).out);
  const ProcessResult wrong = cli.shell("kubectl algo lst");
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "did you mean list?"));
  CHECK(contains(cli.shell("kubectl algo build --help").out, "\n  kubectl algo build PROBLEM "));
  CHECK(contains(cli.shell("kubectl plugin list").out, "/bin/kubectl-algo"));
}

TEST_CASE("plugin: help names the program as it was called") {
  const Cli cli;
  CHECK(contains(cli.run({"list", "--help"}).out, "\n  kubectl algo list "));
  CHECK(
      contains(cli.shell("ln -s \"$ALGO\" bin/algo; bin/algo list --help").out, "\n  algo list "));
}

TEST_CASE("plugin: works from any folder, with no environment at all") {
  const Cli cli;
  const ProcessResult ran = cli.shell("cd / && env -i \"$ALGO\" show two-sum -o json");
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "\"signatures\""));
}

}  // namespace
}  // namespace algo::test
