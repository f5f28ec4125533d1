// Holds memory while a child lives in the same memory, or in memory that only looks so:
// lender HOW MEBIBYTES. Exits 3 when the system refuses it.
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

namespace {

constexpr int kRefused = 3;
constexpr std::size_t kStackBytes = 65'536;

char* hold(std::size_t bytes) {
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) ::_exit(kRefused);
  return static_cast<char*>(std::memset(memory, 1, bytes));
}

// A child that takes half a second before it would start a program.
int lend() {
  const pid_t child = ::vfork();  // NOLINT(bugprone-unsafe-functions): what it is about
  if (child < 0) return kRefused;
  if (child == 0) {
    ::usleep(500'000);
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  return 0;
}

// Children that are gone before a look at all processes is over.
int lend_often() {
  for (int i = 0; i < 3000; ++i) {
    const pid_t child = ::vfork();  // NOLINT(bugprone-unsafe-functions): what it is about
    if (child < 0) return kRefused;
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
  }
  return 0;
}

[[noreturn]] void sit() {
  while (true) ::pause();
}

int sit_in(void* /*unused*/) {
  sit();
}

// A child whose pages are its own: as big as its parent, not the same memory.
void fork_copy(char* memory, std::size_t bytes) {
  const pid_t child = ::fork();
  if (child < 0) ::_exit(kRefused);
  if (child != 0) return;
  std::memset(memory, 2, bytes);
  sit();
}

int clone_with(int flags) {
  char* stack = hold(kStackBytes) + kStackBytes;
  return ::clone(sit_in, stack, flags, nullptr) < 0 ? kRefused : 0;
}

// Waits as vfork(2) does, for a child that copied its memory.
int wait_for_copy(char* memory, std::size_t bytes) {
  const auto child = static_cast<pid_t>(
      ::syscall(SYS_clone, CLONE_VFORK | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
  if (child < 0) return kRefused;
  if (child == 0) {
    std::memset(memory, 2, bytes);
    sit();
  }
  return 0;
}

// Small processes that lend their little memory, and adopt big orphans meanwhile.
int adopt(std::size_t bytes) {
  for (int i = 0; i < 2; ++i) {
    if (::fork() != 0) continue;
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    if (::fork() == 0) {
      if (::fork() != 0) {
        ::usleep(50'000);
        ::_exit(0);
      }
      hold(bytes);
      sit();
    }
    ::_exit(clone_with(CLONE_VM | CLONE_VFORK | SIGCHLD));
  }
  sit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const char* how = argv[1];
  const std::size_t bytes = std::strtoul(argv[2], nullptr, 10) << 20U;
  if (std::strcmp(how, "adopted") == 0) return adopt(bytes);
  char* memory = hold(bytes);
  if (std::strcmp(how, "lent") == 0) return lend();
  if (std::strcmp(how, "copied") == 0) return wait_for_copy(memory, bytes);
  if (std::strcmp(how, "often") == 0) return lend_often();
  fork_copy(memory, bytes);
  if (std::strcmp(how, "forked") == 0) sit();
  if (std::strcmp(how, "lent-and-forked") == 0) {
    return clone_with(CLONE_VM | CLONE_VFORK | SIGCHLD);
  }
  if (std::strcmp(how, "lent-to-sibling") == 0) {
    return clone_with(CLONE_VM | CLONE_VFORK | CLONE_PARENT | SIGCHLD);
  }
  if (std::strcmp(how, "lent-to-thread") == 0) {
    return clone_with(CLONE_VM | CLONE_VFORK | CLONE_THREAD | CLONE_SIGHAND | CLONE_FS |
                      CLONE_FILES);
  }
  return 2;
}
