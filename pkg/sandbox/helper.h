#pragma once

#include "sandbox/sandbox.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace algo::sandbox {

// How the untrusted side's root is set up; comes from the trusted side's command line.
struct HelperOptions {
  Policy policy = Policy::kRun;
  Calls calls = Calls::kNative;  // kRun only
  // Exactly one of the two: a connected SOCK_SEQPACKET unix socket, or a path to listen on.
  int socket_fd = -1;
  std::string listen{};
  std::optional<uid_t> peer_uid{};  // with `listen`: the only user that may connect
  // When root: the user (and group) that the helper and the solution become. 0 = stay.
  uid_t run_uid = 0;
  std::vector<std::string> readable{};  // folders to read and execute from: {out}; {src}, {cache}
  std::vector<std::string> writable{};  // folders to create files in, kCompile only: {out}, {tmp}
  // When not empty: why nothing can be run here. Told to the judge (Message::kFault) in place of a
  // hello, because a container that crashed would only be started again.
  std::string fault{};
  std::string path{};  // where argv[0] is looked up when the command has no PATH
};

// The command line form: --policy=run|compile --socket-fd=N | --listen=PATH [--peer-uid=N]
// [--uid=N] [--calls=native|runtime|jit] [--read=DIR]… [--write=DIR]… [--path=DIRS]. `parse` throws
// Error(kUsage).
[[nodiscard]] std::vector<std::string> to_arguments(const HelperOptions& options);
[[nodiscard]] HelperOptions parse_helper_arguments(const std::vector<std::string>& arguments);

// Runs the helper until the trusted side hangs up (socket_fd) or SIGTERM comes (listen). Returns
// the process's exit code. Call it in a process that has done nothing else: its peak memory is the
// floor of what can be measured, and what it has in memory is what an escape could see.
[[nodiscard]] int helper_main(const HelperOptions& options);

}  // namespace algo::sandbox
