#include "kube/exec_plugin.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/exec_plugin_wire.h"
#include "kube/kubeconfig_text.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace algo::kube {

namespace {

constexpr Nanos kDeadline = std::chrono::seconds(60);
constexpr std::size_t kMaxOutput = std::size_t{1} << 20U;

[[noreturn]] void refuse_plugin(const std::string& problem,
                                const std::string& why = "",
                                const std::string& next = "") {
  throw Error(ErrorKind::kEnvironment, "getting credentials: " + problem, why, next);
}

bool holds_nul(const std::string& text) {
  return text.find('\0') != std::string::npos;
}

// execve would cut the text there, and run something else than what is written.
void check_texts(const ExecConfig& exec) {
  const bool cut = holds_nul(exec.command) ||
                   std::any_of(exec.args.begin(), exec.args.end(), holds_nul) ||
                   std::any_of(exec.env.begin(), exec.env.end(), [](const EnvVar& variable) {
                     return holds_nul(variable.name) || holds_nul(variable.value);
                   });
  if (cut) refuse_plugin("exec: command, args or env hold a NUL character");
}

bool matches(const std::string& entry,
             const std::string& path,
             const PluginSetup& setup,
             const PluginRunner& runner) {
  const std::optional<std::string> allowed = look_up(entry, setup.environment, runner);
  return allowed == path;
}

void check_rules(const std::string& path, const PluginSetup& setup, const PluginRunner& runner) {
  using Policy = PluginRules::Policy;
  if (setup.rules.policy == Policy::kAllowAll) return;
  const std::string plugin = "plugin " + in_quotes(setup.exec.command);
  if (setup.rules.policy == Policy::kDenyAll) {
    refuse_plugin(plugin + " not allowed: policy set to \"DenyAll\"", "kuberc says so");
  }
  for (const AllowedPlugin& entry : setup.rules.allowlist) {
    const bool name = entry.name.empty() || matches(entry.name, path, setup, runner);
    const bool command = entry.command.empty() || matches(entry.command, path, setup, runner);
    if (name && command) return;
  }
  refuse_plugin(plugin + " is not permitted by the credential plugin allowlist", "kuberc says so");
}

void check_end(const PluginEnd& end, const std::string& name) {
  using How = PluginEnd::How;
  const std::string executable = "exec: executable " + name;
  switch (end.how) {
    case How::kExited:
      if (end.code == 0) return;
      refuse_plugin(executable + " failed with exit code " + std::to_string(end.code));
    case How::kSignalled:
      refuse_plugin(executable + " was ended by signal " + std::to_string(end.code));
    case How::kTimedOut:
      refuse_plugin(executable + " did not end within " + human_duration(kDeadline));
    case How::kTooMuchOutput:
      refuse_plugin(executable + " printed more than " + human_bytes(kMaxOutput));
    case How::kInterrupted:
      throw Error(ErrorKind::kInterrupted, "interrupted");
  }
}

}  // namespace

std::optional<std::string> look_up(const std::string& command,
                                   const Variables& environment,
                                   const PluginRunner& runner) {
  if (command.empty()) return std::nullopt;
  if (command.find('/') != std::string::npos) {
    return runner.is_executable(command) ? std::optional(runner.absolute(command)) : std::nullopt;
  }
  const auto path = environment.find("PATH");
  if (path == environment.end()) return std::nullopt;
  for (const std::string& folder : split(path->second, ':')) {
    std::string candidate = folder + "/" + command;
    if (folder.starts_with('/') && runner.is_executable(candidate)) return candidate;
  }
  return std::nullopt;
}

Credential ExecCredentials::current() {
  const std::lock_guard lock(mutex_);
  const bool expired = expires_ && clock_.calendar() > *expires_;
  return cached_ && !expired ? *cached_ : refresh();
}

bool ExecCredentials::refused(const Credential& used) {
  const std::lock_guard lock(mutex_);
  if (cached_ && *cached_ != used) return true;  // somebody else's request was refused first
  return refresh() != used;
}

Credential ExecCredentials::refresh() {
  const ExecConfig& exec = setup_.exec;
  if (!is_exec_version(exec.api_version)) {
    refuse_plugin("exec plugin: invalid apiVersion " + in_quotes(exec.api_version),
                  "client.authentication.k8s.io/v1beta1 and /v1 are known");
  }
  check_texts(exec);
  const bool asks = interactive();
  const std::string name = printable(exec.command);
  const std::optional<std::string> path = look_up(exec.command, setup_.environment, runner_);
  check_rules(path.value_or(exec.command), setup_, runner_);
  if (!path) refuse_plugin("exec: executable " + name + " not found", "", hint());
  const PluginEnd end = runner_.run(command(*path, asks));
  check_end(end, name);
  ExecAnswer answer = read_exec_answer(end.out, exec.api_version);
  cached_ = answer.credential;
  expires_ = answer.expires;
  return std::move(answer.credential);
}

bool ExecCredentials::interactive() const {
  const std::string& mode = setup_.exec.interactive_mode;
  const PluginInput& input = setup_.input;
  const std::string cannot = "exec plugin cannot support interactive mode: ";
  if (mode == "Never") return false;
  if (mode == "IfAvailable") return input.available && input.is_terminal;
  if (mode != "Always") refuse_plugin(cannot + "unknown interactiveMode: " + in_quotes(mode));
  if (!input.is_terminal) refuse_plugin(cannot + "standard input is not a terminal");
  if (!input.available) {
    const std::string& why = input.why_unavailable;
    refuse_plugin(cannot + "standard input is unavailable" + (why.empty() ? "" : ": " + why));
  }
  return true;
}

PluginCommand ExecCredentials::command(const std::string& path, bool interactive) const {
  const ExecConfig& exec = setup_.exec;
  Variables environment = setup_.environment;
  for (const EnvVar& variable : exec.env) environment[variable.name] = variable.value;
  environment["KUBERNETES_EXEC_INFO"] =
      exec_question(exec.api_version,
                    interactive,
                    exec.provide_cluster_info ? setup_.cluster : std::optional<Json>());
  PluginCommand command{.path = path, .argv = {exec.command}, .pass_stdin = interactive};
  command.argv.insert(command.argv.end(), exec.args.begin(), exec.args.end());
  for (const auto& [name, value] : environment) command.environment.push_back(name + "=" + value);
  if (!interactive) command.deadline = kDeadline;
  command.max_output = kMaxOutput;
  return command;
}

// At most ten times an hour: a program that asks for each of many requests would drown in it.
std::string ExecCredentials::hint() {
  constexpr int kMost = 10;
  const Nanos now = clock_.monotonic();
  if (hints_ == 0 || now - hints_since_ >= std::chrono::hours(1)) {
    hints_ = 0;
    hints_since_ = now;
  }
  if (++hints_ > kMost) return "";
  return without_controls(setup_.exec.install_hint);
}

}  // namespace algo::kube
