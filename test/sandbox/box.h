#pragma once

#include "base/fd.h"
#include "sandbox/launch.h"
#include "support/temp_dir.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace algo::test {

// What a program printed and how it ended.
struct Outcome {
  sandbox::Ended ended{};
  std::string out{};
  std::string err{};
};

// One helper with a run folder that holds the hostile programs, under limits from outside that hold
// even if the sandbox does not.
class Box {
 public:
  explicit Box(sandbox::Policy policy = sandbox::Policy::kRun,
               sandbox::Calls calls = sandbox::Calls::kNative);
  ~Box();
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;

  // Runs {programs}/NAME to its end and checks that no process of it is left.
  [[nodiscard]] Outcome run(const std::string& name,
                            const std::vector<std::string>& arguments = {});
  [[nodiscard]] Outcome run(const sandbox::Command& command);
  // Starts one without waiting.
  void start(const std::string& name,
             const std::vector<std::string>& arguments,
             const sandbox::Channels& channels);
  // Processes below the helper, seen from outside of the sandbox.
  [[nodiscard]] std::vector<pid_t> survivors() const;

  [[nodiscard]] sandbox::Sandbox& box() { return helper_->box(); }
  [[nodiscard]] pid_t helper_pid() const { return helper_->pid(); }
  [[nodiscard]] const std::string& folder() const { return folder_; }      // readable: {out}
  [[nodiscard]] const std::string& writable() const { return writable_; }  // kCompile only
  [[nodiscard]] std::string program(const std::string& name) const { return folder_ + "/" + name; }

  sandbox::Limits limits{};

 private:
  TempDir root_;
  std::string folder_;
  std::string writable_;
  std::unique_ptr<sandbox::LocalHelper> helper_;
};

// The value, or the end of the test case.
template <typename T>
[[nodiscard]] T need(const std::optional<T>& maybe) {
  if (!maybe) throw std::runtime_error("nothing came in time");
  return *maybe;
}

// Descendants of `pid` by /proc, itself excluded.
[[nodiscard]] std::vector<pid_t> descendants_of(pid_t pid);
// Whether the process is gone, or becomes so within a second.
[[nodiscard]] bool ends_soon(pid_t pid);
[[nodiscard]] std::string hello_of(Box& box, const std::string& protection);

}  // namespace algo::test
