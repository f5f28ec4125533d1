#pragma once

#include "sandbox/runner.h"

namespace algo::sandbox {

// Serves one connection until the trusted side hangs up or breaks the protocol; then nothing of the
// solution is left. `socket` is connected, `children` a signalfd for SIGCHLD, `listener` a seccomp
// listener or -1.
void serve(int socket, int children, int listener, const Hello& hello, Runner& runner);

}  // namespace algo::sandbox
