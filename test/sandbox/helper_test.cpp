#include "sandbox/helper.h"

#include "base/error.h"
#include "sandbox/box.h"
#include "sandbox/client.h"
#include "sandbox/lookup.h"
#include "sandbox/proc.h"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <thread>

using algo::Error;
using algo::sandbox::HelperOptions;
using algo::sandbox::Policy;
using namespace std::chrono_literals;

TEST_CASE("parse_helper_arguments: reads what to_arguments writes") {
  HelperOptions options;
  options.policy = Policy::kCompile;
  options.listen = "/run/s";
  options.peer_uid = 17;
  options.run_uid = 18;
  options.readable = {"/a", "/b=c"};
  options.writable = {"/d"};
  options.path = "/x:/y";
  const HelperOptions got = algo::sandbox::parse_helper_arguments(to_arguments(options));
  CHECK(got.policy == Policy::kCompile);
  CHECK(got.listen == "/run/s");
  CHECK(got.peer_uid == 17);
  CHECK(got.run_uid == 18);
  CHECK(got.readable == options.readable);
  CHECK(got.writable == options.writable);
  CHECK(got.path == "/x:/y");
}

TEST_CASE("parse_helper_arguments: refuses what it does not know") {
  for (const char* argument : {"--policy=all",
                               "--uid=-1",
                               "--uid=4294967295",
                               "--uid=",
                               "--peer-uid=x",
                               "--socket-fd=3x",
                               "--other",
                               ""}) {
    CAPTURE(argument);
    CHECK_THROWS_AS(
        static_cast<void>(algo::sandbox::parse_helper_arguments({"--listen=/x", argument})), Error);
  }
  CHECK_THROWS_AS(static_cast<void>(algo::sandbox::parse_helper_arguments({})), Error);
  CHECK_THROWS_AS(
      static_cast<void>(algo::sandbox::parse_helper_arguments({"--listen=/x", "--socket-fd=3"})),
      Error);
}

TEST_CASE("toolchain_folder: the installation, never a home or the root") {
  using algo::sandbox::toolchain_folder;
  const std::string root = "/root";
  CHECK(toolchain_folder("/usr/bin/python3").empty());
  CHECK(toolchain_folder("/usr/local/go/bin/go").empty());
  CHECK(toolchain_folder("/opt/jdk/bin/java") == "/opt/jdk");
  CHECK(toolchain_folder("/opt/tool/run") == "/opt/tool");
  CHECK(toolchain_folder("/home/u/bin/tool") == "/home/u/bin");
  CHECK(toolchain_folder("/home/u/go/bin/go") == "/home/u/go");
  CHECK(toolchain_folder(root + "/bin/tool") == root + "/bin");
}

TEST_CASE("parse_stat: copes with any program name") {
  const auto state = algo::sandbox::parse_stat(
      "12 (a) Z 1 (b) S 7 1 1 0 -1 0 0 0 0 0 5 6 100 200 20 0 1 0 99 4096 3 0\n");
  REQUIRE(state.has_value());
  if (!state) return;
  CHECK(state->pid == 12);
  CHECK(state->parent == 7);
  CHECK(state->reaped_cpu == 3s);
  CHECK(state->resident == 3 * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)));
  CHECK_FALSE(algo::sandbox::parse_stat("12 (a) S 7").has_value());
  CHECK_FALSE(algo::sandbox::parse_stat("").has_value());
}

namespace {

class Listening {
 public:
  Listening(const std::string& host, const std::string& path, uid_t peer, const std::string& read) {
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ > 0) return;
    const std::string listen = "--listen=" + path;
    const std::string user = "--peer-uid=" + std::to_string(peer);
    const std::string run = "--uid=" + std::to_string(::geteuid() == 0 ? 1'700'000'002 : 0);
    const std::string readable = "--read=" + read;
    ::execl(
        host.c_str(), "host", listen.c_str(), user.c_str(), run.c_str(), readable.c_str(), nullptr);
    ::_exit(127);
  }
  ~Listening() {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  pid_t pid_;
};

const algo::sandbox::Pause nap = [](algo::sandbox::Nanos time) {
  std::this_thread::sleep_for(time);
};

std::string host() {
  const char* programs = std::getenv("SANDBOX_PROGRAMS");
  REQUIRE(programs != nullptr);
  return std::string(programs == nullptr ? "" : programs) + "/host";
}

}  // namespace

TEST_CASE("helper: serves one connection after another at a path") {
  const algo::test::TempDir folder;
  const std::string path = folder / "socket";
  const Listening helper(host(), path, ::geteuid(), "/usr");
  for (int i = 0; i < 3; ++i) {
    const auto box = algo::sandbox::connect(path, 10s, nap);
    box->spawn({.argv = {"/bin/true"}, .env = {}, .directory = "/"}, {}, {});
    CHECK(algo::test::need(box->wait(10s)).stop == algo::sandbox::Stop::kExited);
    // This one is cut off in the middle of a run.
    box->spawn({.argv = {"/bin/sleep", "1000"}, .env = {}, .directory = "/"}, {}, {});
  }
}

TEST_CASE("helper: turns another user away") {
  const algo::test::TempDir folder;
  const std::string path = folder / "socket";
  const Listening helper(host(), path, ::geteuid() + 1, "/usr");
  CHECK_THROWS_AS(static_cast<void>(algo::sandbox::connect(path, 10s, nap)), Error);
}

TEST_CASE("helper: a folder that is missing is told to whoever connects") {
  const algo::test::TempDir folder;
  const std::string path = folder / "socket";
  const Listening helper(host(), path, ::geteuid(), "/nowhere");
  if (algo::sandbox::landlock_abi() == 0) return;
  try {
    static_cast<void>(algo::sandbox::connect(path, 10s, nap));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.why() == "cannot open folder /nowhere: No such file or directory");
  }
}

TEST_CASE("connect: nobody there is an error") {
  const algo::test::TempDir folder;
  CHECK_THROWS_AS(static_cast<void>(algo::sandbox::connect(folder / "socket", 1ms, nap)), Error);
}

TEST_CASE("connect: a pause that throws gives up") {
  const algo::test::TempDir folder;
  struct Enough {};
  CHECK_THROWS_AS(static_cast<void>(algo::sandbox::connect(
                      folder / "socket", 1h, [](algo::sandbox::Nanos) { throw Enough{}; })),
                  Enough);
}
