// Uses CPU time in different ways until somebody stops it.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <ctime>
#include <thread>

namespace {

void burn() {
  volatile unsigned long count = 0;
  while (true) {
    const unsigned long next = count + 1;
    count = next;
  }
}

void ignore_sigxcpu() {
  ::signal(SIGXCPU, SIG_IGN);
  ::signal(SIGTERM, SIG_IGN);
  burn();
}

void syscalls() {
  while (true) static_cast<void>(::getppid());
}

void threads() {
  std::thread other(burn);
  burn();
}

void child() {
  if (::fork() == 0) burn();
  static_cast<void>(::wait(nullptr));
}

// Children that nobody waits for and whose times the kernel drops.
void unseen_children() {
  ::signal(SIGCHLD, SIG_IGN);
  while (true) {
    if (::fork() == 0) burn();
    ::pause();
  }
}

void milliseconds(long count) {
  timespec time{};
  do {
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  } while (time.tv_sec * 1000 + time.tv_nsec / 1'000'000 < count);
}

}  // namespace

int main(int argc, char** argv) {
  const char* how = argc > 1 ? argv[1] : "";
  if (std::strcmp(how, "user") == 0) burn();
  if (std::strcmp(how, "ignore") == 0) ignore_sigxcpu();
  if (std::strcmp(how, "syscalls") == 0) syscalls();
  if (std::strcmp(how, "threads") == 0) threads();
  if (std::strcmp(how, "child") == 0) child();
  if (std::strcmp(how, "unseen") == 0) unseen_children();
  if (std::strcmp(how, "40ms") == 0) milliseconds(40);
  if (std::strcmp(how, "sleep") == 0) ::sleep(1000);
  return 0;
}
