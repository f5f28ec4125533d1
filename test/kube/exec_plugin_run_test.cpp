// Real programs.
#include "kube/exec_plugin_run.h"

#include "kube/kube_fakes.h"
#include "support/temp_dir.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace algo::kube {
namespace {

using How = PluginEnd::How;

PluginEnd run_script(const std::string& script,
                     std::optional<Nanos> deadline = std::nullopt,
                     std::size_t max_output = 1000) {
  return RealPluginRunner().run({.path = "/bin/sh",
                                 .argv = {"sh", "-c", script, "sh", "an arg"},
                                 .environment = {"NAME=value"},
                                 .deadline = deadline,
                                 .max_output = max_output});
}

TEST_CASE("RealPluginRunner: gives arguments and environment, takes the output and exit code") {
  const PluginEnd end = run_script("printf '%s,%s,%s' \"$1\" \"$NAME\" \"$HOME\"; exit 3");
  CHECK(end.how == How::kExited);
  CHECK(end.code == 3);
  CHECK(end.out == "an arg,value,");
  CHECK(run_script("read line || printf end").out == "end");
}

TEST_CASE("RealPluginRunner: knows signals, deadlines and floods") {
  const PluginEnd killed = run_script("kill -9 $$");
  CHECK(killed.how == How::kSignalled);
  CHECK(killed.code == 9);
  CHECK(run_script("exec sleep 1000", std::chrono::milliseconds(50)).how == How::kTimedOut);
  CHECK(run_script("while :; do printf 0123456789; done").how == How::kTooMuchOutput);
  CHECK(run_script("printf 0123456789", std::nullopt, 9).how == How::kTooMuchOutput);
  CHECK(run_script("printf 0123456789", std::nullopt, 10).out.size() == 10);
}

TEST_CASE("RealPluginRunner: waits for the program, whatever it does with its output") {
  CHECK(run_script("exec >&-; exit 5").code == 5);
  // A process that it leaves behind holds the output open.
  const PluginEnd end = run_script("sleep 3 & printf done");
  CHECK(end.how == How::kExited);
  CHECK(end.out == "done");
}

TEST_CASE("RealPluginRunner: an interruption ends the program") {
  RealPluginRunner runner([] { return true; });
  const PluginEnd end = runner.run({.path = "/bin/sh",
                                    .argv = {"sh", "-c", "exec sleep 1000"},
                                    .environment = {"PATH=/bin:/usr/bin"},
                                    .max_output = 10});
  CHECK(end.how == How::kInterrupted);
}

TEST_CASE("RealPluginRunner: a relative path starts from where we are") {
  const RealPluginRunner runner;
  const std::string here = std::filesystem::current_path();
  CHECK(runner.absolute("./sub/x") == here + "/sub/x");
  CHECK(runner.absolute("/a/../b") == "/a/../b");
}

TEST_CASE("RealPluginRunner: only files that may be executed are") {
  const test::TempDir folder;
  const RealPluginRunner runner;
  const std::string plain = folder.write("plain", "#!/bin/sh\n");
  CHECK(::chmod(plain.c_str(), 0644) == 0);
  CHECK_FALSE(runner.is_executable(plain));
  CHECK_FALSE(runner.is_executable(folder.path()));
  CHECK_FALSE(runner.is_executable(folder / "gone"));
  CHECK(runner.is_executable("/bin/sh"));
  RealPluginRunner starter;
  CHECK(test::contains(
      test::refusal([&] {
        return starter.run({.path = folder / "gone", .argv = {"x"}, .max_output = 1}).code;
      }),
      "exec: cannot start"));
}

}  // namespace
}  // namespace algo::kube
