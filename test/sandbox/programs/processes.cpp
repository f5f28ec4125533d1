// Starts processes that try to outlive, multiply or turn on those above them.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace {

int bomb() {
  while (true) {
    if (::fork() < 0 && errno != EAGAIN) ::_exit(1);
  }
}

void become_daemon() {
  if (::fork() == 0) {
    ::setsid();
    if (::fork() == 0) {
      for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_IGN);
      while (true) ::pause();
    }
    ::_exit(0);
  }
}

int daemons() {
  for (int i = 0; i < 10; ++i) become_daemon();
  while (::wait(nullptr) > 0) {
  }
  return 0;
}

int orphan() {
  if (::fork() == 0) {
    while (true) ::pause();
  }
  return 5;
}

// Exit code: bit 0 = could stop the parent, bit 1 = could signal everybody, bit 2 = process 1.
int signals() {
  int could = 0;
  if (::kill(::getppid(), SIGSTOP) == 0) could |= 1;
  ::signal(SIGUSR1, SIG_IGN);
  if (::kill(-1, SIGUSR1) == 0) could |= 2;
  if (::kill(1, SIGKILL) == 0) could |= 4;
  return could;
}

int kill_all() {
  ::kill(-1, SIGKILL);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const char* how = argc > 1 ? argv[1] : "";
  if (std::strcmp(how, "bomb") == 0) return bomb();
  if (std::strcmp(how, "daemons") == 0) return daemons();
  if (std::strcmp(how, "orphan") == 0) return orphan();
  if (std::strcmp(how, "signals") == 0) return signals();
  if (std::strcmp(how, "kill-all") == 0) return kill_all();
  if (std::strcmp(how, "kill-itself") == 0) return ::kill(::getpid(), SIGKILL);
  return 0;
}
