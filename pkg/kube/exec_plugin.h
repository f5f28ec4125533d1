#pragma once

#include "base/clock.h"
#include "kube/credentials.h"
#include "kube/kubeconfig.h"
#include "kube/kuberc.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace algo::kube {

// A program to run, ready for execve: no shell, no search.
struct PluginCommand {
  std::string path{};
  std::vector<std::string> argv{};
  std::vector<std::string> environment{};  // "NAME=VALUE"
  bool pass_stdin = false;                 // else its standard input is empty
  std::optional<Nanos> deadline{};
  std::size_t max_output = 0;
};

struct PluginEnd {
  enum class How { kExited, kSignalled, kTimedOut, kTooMuchOutput, kInterrupted };

  How how = How::kExited;
  int code = 0;       // the exit code or signal
  std::string out{};  // standard output; standard error is ours
};

// Running programs, as an effect.
class PluginRunner {
 public:
  virtual ~PluginRunner() = default;
  // Throws Error(kEnvironment) when the program cannot be started.
  [[nodiscard]] virtual PluginEnd run(const PluginCommand& command) = 0;
  // Whether the path is a file that may be executed.
  [[nodiscard]] virtual bool is_executable(const std::string& path) const = 0;
  // The path itself, or, when it is relative, from the root through the current folder.
  [[nodiscard]] virtual std::string absolute(const std::string& path) const = 0;
};

// What a plugin could ask the person through.
struct PluginInput {
  bool is_terminal = false;
  bool available = true;          // not being read for something else
  std::string why_unavailable{};  // for the message; may be ""
};

// The program that a bare name means by PATH; a path with a slash becomes absolute. nullopt when
// nothing there may be executed. Empty and relative folders in PATH are passed over.
[[nodiscard]] std::optional<std::string> look_up(const std::string& command,
                                                 const Variables& environment,
                                                 const PluginRunner& runner);

// What a plugin is run with.
struct PluginSetup {
  ExecConfig exec{};
  std::optional<Json> cluster{};  // spec.cluster of KUBERNETES_EXEC_INFO, when it is asked for
  PluginRules rules{};
  Variables environment{};
  PluginInput input{};
};

// Credentials from a program (KEP-541). One run at a time; the answer is kept in memory until it
// expires or the server refuses it.
class ExecCredentials final : public Credentials {
 public:
  ExecCredentials(PluginSetup setup, PluginRunner& runner, const Clock& clock)
      : setup_(std::move(setup)), runner_(runner), clock_(clock) {}

  [[nodiscard]] Credential current() override;
  [[nodiscard]] bool refused(const Credential& used) override;

 private:
  Credential refresh();
  [[nodiscard]] bool interactive() const;
  [[nodiscard]] PluginCommand command(const std::string& path, bool interactive) const;
  [[nodiscard]] std::string hint();

  PluginSetup setup_;
  PluginRunner& runner_;
  const Clock& clock_;
  std::mutex mutex_;
  std::optional<Credential> cached_;
  std::optional<std::chrono::system_clock::time_point> expires_;
  int hints_ = 0;  // shown since `hints_since_`
  Nanos hints_since_{0};
};

}  // namespace algo::kube
