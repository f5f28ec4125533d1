#include "sandbox/vfork.h"

#include <doctest/doctest.h>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>
#include <string>

using algo::sandbox::children_in_memory_of;
using algo::sandbox::Proc;
using algo::sandbox::waits_in_vfork;

namespace {

std::string line(long call, unsigned long first) {
  std::ostringstream text;
  text << call << " 0x" << std::hex << first << " 0x0 0x0 0x0 0x0 0x0 0x7ffd0 0x7f12\n";
  return text.str();
}

[[noreturn]] void lend(bool readable) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_DUMPABLE, readable ? 1 : 0, 0, 0, 0);  // not after a change of user, by itself
  const pid_t self = ::getpid();
  if (::vfork() == 0) {  // NOLINT(bugprone-unsafe-functions): what it is about
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (::getppid() == self) ::pause();  // it may be gone already
    ::_exit(0);
  }
  ::_exit(0);
}

// In a process without privileges, root's included, whose child lends its memory to a grandchild:
// how many a look finds, as soon as it finds any, or after a while.
int children_found(bool readable) {
  const pid_t looker = ::fork();
  if (looker == 0) {
    constexpr uid_t nobody = 65'534;
    if (::geteuid() == 0 && ::setresuid(nobody, nobody, nobody) != 0) ::_exit(99);
    const pid_t lender = ::fork();
    if (lender == 0) lend(readable);
    std::size_t found = 0;
    for (int i = 0; i < 200 && found == 0; ++i) {
      ::usleep(1000);
      found = children_in_memory_of(Proc::open(), lender).size();
    }
    ::kill(lender, SIGKILL);
    ::_exit(static_cast<int>(found));
  }
  int status = 0;
  ::waitpid(looker, &status, 0);
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("children_in_memory_of: finds the child, and nothing where it may not look") {
  CHECK(children_found(true) == 1);
  CHECK(children_found(false) == 0);
}

TEST_CASE("waits_in_vfork: only a call whose child lives in the caller's memory") {
  struct Row {
    unsigned long flags;
    bool waits;
  };
  constexpr unsigned long chld = 17;  // SIGCHLD, in the flags' lowest byte
  for (const Row& row : {Row{CLONE_VM | CLONE_VFORK | chld, true},
                         Row{CLONE_VM | CLONE_VFORK | CLONE_FILES | chld, true},
                         Row{CLONE_VM | chld, false},
                         Row{CLONE_VFORK | chld, false},
                         Row{CLONE_VM | CLONE_VFORK | CLONE_PARENT | chld, false},
                         Row{CLONE_VM | CLONE_VFORK | CLONE_THREAD | CLONE_SIGHAND, false},
                         Row{chld, false}}) {
    CAPTURE(row.flags);
    CHECK(waits_in_vfork(line(SYS_clone, row.flags)) == row.waits);
  }
#ifdef SYS_vfork
  CHECK(waits_in_vfork(line(SYS_vfork, 0)));
#endif
  CHECK_FALSE(waits_in_vfork(line(SYS_read, CLONE_VM | CLONE_VFORK)));
}

TEST_CASE("waits_in_vfork: a line that says nothing is no") {
  const std::string clone = std::to_string(SYS_clone);
  for (const std::string& text : {std::string(),
                                  std::string("running\n"),
                                  std::string("-1 0x7ffd0 0x7f12\n"),
                                  clone,
                                  clone + " ",
                                  clone + " 0x",
                                  clone + " 0xzz",
                                  clone + " 16640"}) {
    CAPTURE(text);
    CHECK_FALSE(waits_in_vfork(text));
  }
}
