#include "cli/cli.h"
#include "result/report.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

// In a mount namespace with a small file system at ./small, which already holds the bundle "b".
ProcessResult in_small_place(const Cli& cli,
                             const std::string& options,
                             const std::string& script) {
  return cli.shell("mkdir small && exec unshare -m sh -c 'mount -t tmpfs -o " + options +
                   " tmpfs small && " + script + "'");
}

TEST_CASE("places: a result that cannot be kept is told before the judging") {
  const Cli cli;
  const ProcessResult ran =
      cli.run({"test", "two-sum", "--lang=python", "--result-file", "/proc/result.json"});
  CHECK(ran.code == 4);
  CHECK(contains(ran.err, "error: cannot keep the result in /proc/result.json"));
  CHECK_FALSE(contains(ran.err, "compiled"));
  const ProcessResult folder =
      cli.run({"test", "two-sum", "--lang=python", "--result-file", "work"});
  CHECK(folder.code == 2);
  CHECK(contains(folder.err, "it is a folder"));
}

TEST_CASE("places: a read-only folder") {
  const Cli cli;
  if (!can_mount()) return;
  REQUIRE(cli.run({"build", "two-sum", "--lang=python", "-o", "b"}).code == 0);
  ProcessResult ran = in_small_place(
      cli,
      "size=16m",
      "cp -r b small && mount -o remount,ro small && exec \"$ALGO\" run small/b --local");
  CHECK(ran.code == 4);
  CHECK(contains(ran.err, "error: cannot keep the result in small/b/result.json"));
  CHECK(contains(ran.err, "Read-only file system"));

  // With another place for the result, a read-only bundle can be judged.
  ran = cli.shell(
      "exec unshare -m sh -c 'mount --bind b b && mount -o remount,bind,ro b && exec \"$ALGO\" run "
      "b --local --result-file=r.json'");
  CHECK(ran.code == 0);
  CHECK(cli.exists("r.json"));

  ran = cli.shell(
      "exec unshare -m sh -c 'mount -t tmpfs -o ro tmpfs small && exec \"$ALGO\" build two-sum -o "
      "small/b'");
  CHECK(ran.code == 4);
  CHECK(contains(ran.err, "Read-only file system"));
}

TEST_CASE("places: no room for the bundle leaves the old one") {
  const Cli cli;
  if (!can_mount()) return;
  REQUIRE(cli.run({"build", "two-sum", "--lang=python", "-o", "b"}).code == 0);
  const ProcessResult ran = in_small_place(cli,
                                           "size=$(($(du -sk b | cut -f1) * 3 / 2))k",
                                           "cp -r b small && \"$ALGO\" build two-sum --lang=go -o "
                                           "small/b; code=$?; diff -r b small/b && "
                                           "ls -A small && exit $code");
  CHECK(ran.code == 4);
  CHECK(contains(ran.err, "No space left on device"));
  CHECK(ran.out == "b\n");
}

TEST_CASE("places: no room for the result saves it elsewhere, with an exit code of its own") {
  Cli cli;
  if (!can_mount()) return;
  cli.environment["TMPDIR"] = cli.path("tmp");
  const ProcessResult ran = in_small_place(
      cli, "size=8k", "exec \"$ALGO\" test two-sum --lang=python --result-file=small/r.json");
  CHECK(ran.code == 7);
  CHECK(contains(ran.err, "error: the result could not be kept in small/r.json"));
  CHECK(contains(ran.err, "No space left on device"));
  const std::vector<std::string> left = cli.left_behind();
  REQUIRE(left.size() == 1);
  CHECK(contains(ran.err, left.front()));
  const std::string name = left.front().substr(left.front().find("/tmp/kubectl-algo-two") + 1);
  CHECK(result::parse_report(cli.read(name), "r").verdict == result::Verdict::kAC);
}

TEST_CASE("places: no folder for temporary files") {
  Cli cli;
  cli.environment["TMPDIR"] = "/no/such/folder";
  const ProcessResult ran = cli.run({"test", "two-sum", "--lang=python"});
  CHECK(ran.code == 4);
  CHECK(contains(ran.err, "set TMPDIR"));
}

}  // namespace
}  // namespace algo::test
