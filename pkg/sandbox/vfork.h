#pragma once

#include "sandbox/proc.h"

#include <sys/types.h>

#include <string_view>
#include <vector>

namespace algo::sandbox {

// A child between vfork(2) and execve(2), as posix_spawn(3), Java's ProcessBuilder and Python's
// subprocess make them, has no memory: it is in its parent's, and /proc tells each of the two that
// all of it is its own. Equal sizes prove nothing, since a forked copy has them too. What cannot be
// forged is where the parent's thread stands, /proc/PID/task/TID/syscall: inside vfork, or inside
// clone with these flags, the kernel lets it stand only as long as the child lives in its memory.
// kcmp(2) would compare the two, but the system call filter, under which this program lives too,
// forbids it, and so does a container runtime's own; this way is the same in a pod.

// Whether a thread with this line in its `syscall` file waits for such a child. Not when it waits
// for a thread of its own (CLONE_THREAD) or for a child that is not its own (CLONE_PARENT): who of
// the others it would be cannot be known then.
[[nodiscard]] bool waits_in_vfork(std::string_view syscall_line);

// The children for which threads of the process wait in this way, at most one for each thread: its
// last child. An orphan that it adopted meanwhile may stand in that one's place, so what a caller
// takes off for one of them must never be more than the parent itself has. Empty where it cannot be
// known: an unreadable process (its wish, or another user's), Yama's ptrace_scope of 2 or more, a
// kernel that does not tell.
[[nodiscard]] std::vector<pid_t> children_in_memory_of(const Proc& proc, pid_t parent);

}  // namespace algo::sandbox
