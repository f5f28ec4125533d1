// Credentials from programs: what they are told, when they run, and what their answers do.
#include "kube/exec_plugin.h"

#include "kube/kube_fakes.h"
#include "support/fake_clock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace algo::kube {
namespace {

const std::string kGroup = "client.authentication.k8s.io/";

std::string answer(const std::string& status, const std::string& version = "v1") {
  return R"({"apiVersion":")" + kGroup + version + R"(","kind":"ExecCredential","status":{)" +
         status + "}}";
}

struct World {
  test::FakePlugins plugins;
  test::FakeClock clock;
  PluginSetup setup{.exec = {.command = "plugin",
                             .args = {"login", "--x"},
                             .env = {{"FROM_CONFIG", "1"}},
                             .api_version = kGroup + "v1",
                             .interactive_mode = "Never"},
                    .environment = {{"PATH", "/bin"}, {"HOME", "/h"}}};

  [[nodiscard]] std::string why_not() {
    ExecCredentials credentials(setup, plugins, clock);
    return test::refusal([&] { return credentials.current(); });
  }
  [[nodiscard]] std::string question(std::size_t run = 0) const {
    const std::string name = "KUBERNETES_EXEC_INFO=";
    for (const std::string& variable : plugins.commands.at(run).environment) {
      if (variable.starts_with(name)) return variable.substr(name.size());
    }
    return "";
  }
};

TEST_CASE("ExecCredentials: runs the program with its arguments and environment") {
  World world;
  world.plugins.prints(answer(R"("token":"t")"));
  ExecCredentials credentials(world.setup, world.plugins, world.clock);
  CHECK(credentials.current().authorization == "Bearer t");
  REQUIRE(world.plugins.commands.size() == 1);
  const PluginCommand& command = world.plugins.commands[0];
  CHECK(command.path == "/bin/plugin");
  CHECK(command.argv == std::vector<std::string>{"plugin", "login", "--x"});
  CHECK(command.environment ==
        std::vector<std::string>{
            "FROM_CONFIG=1",
            "HOME=/h",
            "KUBERNETES_EXEC_INFO={\"kind\":\"ExecCredential\",\"apiVersion\":"
            "\"client.authentication.k8s.io/v1\",\"spec\":{\"interactive\":false}}",
            "PATH=/bin"});
  CHECK_FALSE(command.pass_stdin);
  CHECK(command.deadline == std::chrono::seconds(60));
}

TEST_CASE("ExecCredentials: tells about the cluster only when asked to") {
  World world;
  world.setup.cluster = Json{{"server", "https://c"}, {"config", {{"audience", "x"}}}};
  world.plugins.prints(answer(R"("token":"t")"));
  CHECK(world.why_not().empty());
  CHECK_FALSE(test::contains(world.question(0), "https://c"));
  world.setup.exec.provide_cluster_info = true;
  world.plugins.prints(answer(R"("token":"t")"));
  CHECK(world.why_not().empty());
  CHECK(test::contains(
      world.question(1),
      R"("spec":{"cluster":{"server":"https://c","config":{"audience":"x"}},"interactive":false})"));
}

TEST_CASE("ExecCredentials: interactive only where the mode and the input allow it") {
  struct Case {
    std::string mode;
    PluginInput input;
    std::string refusal;
    bool interactive = false;
  };
  const std::string cannot = "getting credentials: exec plugin cannot support interactive mode: ";
  for (const Case& test_case : std::vector<Case>{
           {"Never", {.is_terminal = true}, ""},
           {"Never", {.is_terminal = false, .available = false}, ""},
           {"IfAvailable", {.is_terminal = false}, ""},
           {"IfAvailable", {.is_terminal = false, .available = false}, ""},
           {"IfAvailable", {.is_terminal = true, .available = false}, ""},
           {"IfAvailable", {.is_terminal = true}, "", true},
           {"Always", {.is_terminal = true}, "", true},
           {"Always", {.is_terminal = false}, cannot + "standard input is not a terminal"},
           {"Always",
            {.is_terminal = true, .available = false},
            cannot + "standard input is unavailable"},
           {"Always",
            {.is_terminal = true, .available = false, .why_unavailable = "-f - reads it"},
            cannot + "standard input is unavailable: -f - reads it"},
           {"", {}, cannot + "unknown interactiveMode: \"\""}}) {
    CAPTURE(test_case.mode);
    CAPTURE(test_case.refusal);
    World world;
    world.setup.exec.interactive_mode = test_case.mode;
    world.setup.input = test_case.input;
    if (test_case.refusal.empty()) world.plugins.prints(answer(R"("token":"t")"));
    CHECK(world.why_not() == test_case.refusal);
    REQUIRE(world.plugins.commands.size() == (test_case.refusal.empty() ? 1 : 0));
    if (!test_case.refusal.empty()) continue;
    CHECK(world.plugins.commands[0].pass_stdin == test_case.interactive);
    CHECK(world.plugins.commands[0].deadline.has_value() != test_case.interactive);
    CHECK(test::contains(world.question(),
                         test_case.interactive ? "\"interactive\":true" : "\"interactive\":false"));
  }
}

TEST_CASE("ExecCredentials: both versions are spoken, others are not") {
  World world;
  world.setup.exec.api_version = kGroup + "v1beta1";
  world.plugins.prints(answer(R"("token":"t")", "v1beta1"));
  CHECK(world.why_not().empty());
  CHECK(test::contains(world.question(), "client.authentication.k8s.io/v1beta1"));
  for (const std::string& version : {kGroup + "v1alpha1", kGroup + "v2", std::string("v1")}) {
    CAPTURE(version);
    world.setup.exec.api_version = version;
    CHECK(test::contains(world.why_not(), "exec plugin: invalid apiVersion \"" + version + "\""));
  }
}

TEST_CASE("ExecCredentials: keeps the answer until it expires or is refused") {
  World world;
  ExecCredentials credentials(world.setup, world.plugins, world.clock);
  world.plugins.prints(answer(R"("token":"1","expirationTimestamp":"2024-01-02T04:04:05+00:00")"));
  const Credential first = credentials.current();
  world.clock.advance(std::chrono::hours(1));
  CHECK(credentials.current() == first);
  CHECK(world.plugins.commands.size() == 1);
  world.clock.advance(std::chrono::seconds(1));
  world.plugins.prints(answer(R"("token":"2")"));
  const Credential second = credentials.current();
  CHECK(second.authorization == "Bearer 2");
  world.clock.advance(std::chrono::hours(10000));
  CHECK(credentials.current() == second);

  world.plugins.prints(answer(R"("token":"3")"));
  CHECK(credentials.refused(second));
  CHECK(world.plugins.commands.size() == 3);
  // A request that was sent before the others learnt of it.
  CHECK(credentials.refused(second));
  CHECK(world.plugins.commands.size() == 3);
  CHECK(credentials.current().authorization == "Bearer 3");
  world.plugins.prints(answer(R"("token":"3")"));
  CHECK_FALSE(credentials.refused(credentials.current()));
}

TEST_CASE("ExecCredentials: an answer that has expired already is shown, and not kept") {
  World world;
  ExecCredentials credentials(world.setup, world.plugins, world.clock);
  for (const std::string token : {"1", "2"}) {
    world.plugins.prints(
        answer(R"("token":")" + token + R"(","expirationTimestamp":"2000-01-01T00:00:00Z")"));
    CHECK(credentials.current().authorization == "Bearer " + token);
  }
  CHECK(world.plugins.commands.size() == 2);
}

TEST_CASE("ExecCredentials: a failed refresh is tried again, and keeps no expired answer") {
  World world;
  ExecCredentials credentials(world.setup, world.plugins, world.clock);
  world.plugins.prints(answer(R"("token":"1","expirationTimestamp":"2024-01-02T03:04:06Z")"));
  CHECK(credentials.current().authorization == "Bearer 1");
  world.clock.advance(std::chrono::seconds(2));
  world.plugins.ends.push_back({.how = PluginEnd::How::kExited, .code = 1});
  CHECK_THROWS_AS((void)credentials.current(), Error);
  world.plugins.prints(answer(R"("token":"2")"));
  CHECK(credentials.current().authorization == "Bearer 2");
}

TEST_CASE("ExecCredentials: one run serves everybody who waits for it") {
  World world;
  world.plugins.prints(answer(R"("token":"t")"));
  ExecCredentials credentials(world.setup, world.plugins, world.clock);
  std::vector<std::string> seen(4);
  std::vector<std::thread> threads;
  for (std::string& slot : seen) {
    threads.emplace_back([&] { slot = credentials.current().authorization; });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(std::count(seen.begin(), seen.end(), "Bearer t") == 4);
  CHECK(world.plugins.commands.size() == 1);
}

TEST_CASE("ExecCredentials: a program that cannot be found comes with its hint, made harmless") {
  World world;
  world.plugins.executables.clear();
  world.setup.exec.install_hint = "get \x1b[1mit\x1b[0m\n\there";
  ExecCredentials credentials(world.setup, world.plugins, world.clock);
  const auto hint = [&] {
    try {
      static_cast<void>(credentials.current());
    } catch (const Error& error) {
      CHECK(std::string(error.what()) == "getting credentials: exec: executable plugin not found");
      return error.next();
    }
    return std::string("(no error)");
  };
  for (int i = 0; i < 10; ++i) CHECK(hint() == "get U+001B[1mitU+001B[0m\n\there");
  CHECK(hint().empty());
  world.clock.advance(std::chrono::hours(1));
  CHECK_FALSE(hint().empty());
}

TEST_CASE("ExecCredentials: says how a program failed") {
  using How = PluginEnd::How;
  struct Case {
    PluginEnd end;
    std::string why;
  };
  const std::string name = "getting credentials: exec: executable plugin ";
  for (const Case& test_case : std::vector<Case>{
           {{.how = How::kExited, .code = 73, .out = "secret"}, name + "failed with exit code 73"},
           {{.how = How::kSignalled, .code = 9}, name + "was ended by signal 9"},
           {{.how = How::kTimedOut}, name + "did not end within 60 s"},
           {{.how = How::kTooMuchOutput, .out = "secret"}, name + "printed more than 1 MiB"},
           {{.how = How::kInterrupted}, "interrupted"}}) {
    CAPTURE(test_case.why);
    World world;
    world.plugins.ends.push_back(test_case.end);
    const std::string why = world.why_not();
    CAPTURE(why);
    CHECK(why.starts_with(test_case.why));
  }
  World world;
  world.setup.exec.args = {std::string("a\0b", 3)};
  CHECK(test::contains(world.why_not(), "hold a NUL"));
}

TEST_CASE("ExecCredentials: kuberc decides what may run") {
  using Policy = PluginRules::Policy;
  struct Case {
    std::string command;
    PluginRules rules;
    std::string why;
  };
  const std::string denied = "getting credentials: plugin \"plugin\" not allowed: policy set to ";
  const std::string off_list = " is not permitted by the credential plugin allowlist";
  for (const Case& test_case : std::vector<Case>{
           {"plugin", {.policy = Policy::kAllowAll}, ""},
           {"plugin", {.policy = Policy::kDenyAll}, denied + "\"DenyAll\""},
           {"plugin", {Policy::kAllowlist, {{.name = "plugin"}}}, ""},
           {"plugin", {Policy::kAllowlist, {{.command = "plugin"}}}, ""},
           {"plugin", {Policy::kAllowlist, {{.name = "/bin/plugin"}}}, ""},
           {"/bin/plugin", {Policy::kAllowlist, {{.name = "plugin"}}}, ""},
           {"/bin/plugin", {Policy::kAllowlist, {{.name = "/bin/../bin//plugin"}}}, off_list},
           {"/other/plugin", {Policy::kAllowlist, {{.name = "plugin"}}}, off_list},
           {"plugin", {Policy::kAllowlist, {{.name = "other"}, {.command = "plugin"}}}, ""},
           {"plugin", {Policy::kAllowlist, {{.name = "plugin", .command = "other"}}}, off_list},
           {"sub/plugin", {Policy::kAllowlist, {{.command = "/here/sub/plugin"}}}, ""},
           {"gone", {Policy::kAllowlist, {{.name = "gone"}}}, off_list},
           {"plugin", {Policy::kAllowlist, {}}, off_list}}) {
    CAPTURE(test_case.command);
    CAPTURE(test_case.why);
    World world;
    world.plugins.executables.merge(
        std::set<std::string>{"/other/plugin", "sub/plugin", "/here/sub/plugin"});
    world.setup.exec.command = test_case.command;
    world.setup.rules = test_case.rules;
    if (test_case.why.empty()) world.plugins.prints(answer(R"("token":"t")"));
    const std::string why = world.why_not();
    CAPTURE(why);
    CHECK(test::contains(why, test_case.why));
    CHECK(why.empty() == test_case.why.empty());
    CHECK(world.plugins.commands.size() == (test_case.why.empty() ? 1 : 0));
  }
}

TEST_CASE("look_up: PATH for bare names, and never a folder that depends on where we are") {
  test::FakePlugins plugins;
  plugins.executables = {"/a/x", "/b/x", "./x", "x", "rel/x"};
  CHECK(look_up("x", {{"PATH", "/none:/b:/a"}}, plugins) == "/b/x");
  CHECK_FALSE(look_up("x", {{"PATH", ":.:rel"}}, plugins).has_value());
  CHECK_FALSE(look_up("x", {}, plugins).has_value());
  CHECK(look_up("/a/x", {}, plugins) == "/a/x");
  CHECK(look_up("./x", {}, plugins) == "/here/x");
  CHECK_FALSE(look_up("/a/y", {{"PATH", "/a"}}, plugins).has_value());
  CHECK_FALSE(look_up("", {{"PATH", "/a"}}, plugins).has_value());
}

}  // namespace
}  // namespace algo::kube
