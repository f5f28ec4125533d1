#pragma once

#include "sandbox/helper.h"
#include "sandbox/sandbox.h"

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace algo::sandbox {

// A helper on this machine and the connection to it. The helper, and everything below it, ends with
// this object, and with the process that started it.
class LocalHelper {
 public:
  LocalHelper(pid_t pid, std::unique_ptr<Sandbox> box) : pid_(pid), box_(std::move(box)) {}
  ~LocalHelper();
  LocalHelper(LocalHelper&& other) noexcept;
  LocalHelper& operator=(LocalHelper&&) = delete;
  LocalHelper(const LocalHelper&) = delete;
  LocalHelper& operator=(const LocalHelper&) = delete;

  [[nodiscard]] Sandbox& box() { return *box_; }
  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  pid_t pid_;
  std::unique_ptr<Sandbox> box_;
};

// Starts `program` (e.g. /proc/self/exe) with the arguments `words` (argv[0] included) followed by
// those of `options`, whose socket_fd becomes 3, and waits for its hello. `program` must hand the
// arguments to helper_main. Throws Error(kInternal).
[[nodiscard]] LocalHelper launch_helper(const std::string& program,
                                        std::vector<std::string> words,
                                        HelperOptions options);

}  // namespace algo::sandbox
