#include "kube/exec_plugin_run.h"

#include "base/error.h"
#include "base/fd.h"
#include "base/text.h"
#include "kube/kubeconfig_path.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <system_error>
#include <utility>

namespace algo::kube {

namespace {

using Steady = std::chrono::steady_clock;

// Destroys what posix_spawn was told.
struct SpawnPlan {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};

  SpawnPlan() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
};

// The vector that execve takes; it points into `texts`.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

pid_t spawn(const PluginCommand& command, int out) {
  SpawnPlan plan;
  if (!command.pass_stdin) {
    posix_spawn_file_actions_addopen(&plan.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  }
  posix_spawn_file_actions_adddup2(&plan.actions, out, STDOUT_FILENO);
  // Signals that we handle, ignore or block are the program's own matter again.
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&plan.attributes, &signals);
  sigaddset(&signals, SIGPIPE);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  posix_spawnattr_setsigdefault(&plan.attributes, &signals);
  posix_spawnattr_setflags(&plan.attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> argv = command.argv;
  std::vector<std::string> environment = command.environment;
  pid_t pid = 0;
  const int error = posix_spawn(&pid,
                                command.path.c_str(),
                                &plan.actions,
                                &plan.attributes,
                                pointers(argv).data(),
                                pointers(environment).data());
  if (error != 0) {
    throw Error(ErrorKind::kEnvironment,
                "getting credentials: exec: cannot start " + printable(command.path),
                errno_text(error));
  }
  return pid;
}

// One running program: reaped when this object goes, however it goes.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid), fd_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}
  ~Child() {
    if (reaped_) return;
    signal(SIGKILL);
    static_cast<void>(wait());
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Readable once the program has ended.
  [[nodiscard]] int fd() const { return fd_.get(); }
  void signal(int number) const { ::kill(pid_, number); }
  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    reaped_ = true;
    return status;
  }

 private:
  pid_t pid_;
  Fd fd_;
  bool reaped_ = false;
};

// Appends what is there now. False at the end of the stream.
bool read_some(int fd, std::string& out) {
  std::array<char, 16384> buffer{};
  while (true) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got > 0) {
      out.append(buffer.data(), static_cast<std::size_t>(got));
      return true;
    }
    if (got < 0 && errno == EINTR) continue;
    return got < 0 && errno == EAGAIN;
  }
}

int poll_timeout(const std::optional<Steady::time_point>& deadline, bool asks) {
  using std::chrono::milliseconds;
  auto left = milliseconds(asks ? 100 : -1);
  if (deadline) {
    const auto until = std::chrono::ceil<milliseconds>(*deadline - Steady::now());
    left = std::max(milliseconds(0), asks ? std::min(left, until) : until);
  }
  return static_cast<int>(left.count());
}

void stop_gently(const Child& child) {
  child.signal(SIGINT);
  pollfd ended{.fd = child.fd(), .events = POLLIN, .revents = 0};
  ::poll(&ended, 1, 1000);
}

// What a program that has ended left in its pipe.
void read_rest(int fd, std::size_t most, std::string& out) {
  while (out.size() <= most) {
    const std::size_t before = out.size();
    if (!read_some(fd, out) || out.size() == before) return;
  }
}

}  // namespace

PluginEnd RealPluginRunner::run(const PluginCommand& command) {
  using How = PluginEnd::How;
  Pipe pipe = make_pipe();
  Child child(spawn(command, pipe.write.get()));
  pipe.write.reset();
  ::fcntl(pipe.read.get(), F_SETFL, O_NONBLOCK);
  std::optional<Steady::time_point> deadline;
  if (command.deadline) deadline = Steady::now() + *command.deadline;

  PluginEnd end;
  // The program's end counts, not that of its output: a daemon that it left may hold that open.
  std::array<pollfd, 2> watched{{{.fd = child.fd(), .events = POLLIN, .revents = 0},
                                 {.fd = pipe.read.get(), .events = POLLIN, .revents = 0}}};
  // Without a descriptor for it (an old kernel), its closed output has to do.
  while (watched[0].revents == 0 && (watched[0].fd >= 0 || watched[1].fd >= 0)) {
    if (interrupted_ && interrupted_()) {
      stop_gently(child);
      end.how = How::kInterrupted;
      return end;
    }
    if (deadline && Steady::now() >= *deadline) {
      end.how = How::kTimedOut;
      return end;
    }
    ::poll(watched.data(), watched.size(), poll_timeout(deadline, static_cast<bool>(interrupted_)));
    if (watched[1].revents != 0 && !read_some(pipe.read.get(), end.out)) watched[1].fd = -1;
    if (end.out.size() > command.max_output) {
      end.how = How::kTooMuchOutput;
      return end;
    }
  }
  if (watched[1].fd >= 0) read_rest(pipe.read.get(), command.max_output, end.out);
  const int status = child.wait();
  end.how = WIFEXITED(status) ? How::kExited : How::kSignalled;
  end.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
  if (end.out.size() > command.max_output) end.how = How::kTooMuchOutput;
  return end;
}

bool RealPluginRunner::is_executable(const std::string& path) const {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         ::access(path.c_str(), X_OK) == 0;
}

std::string RealPluginRunner::absolute(const std::string& path) const {
  if (path.starts_with('/')) return path;
  std::error_code error;
  const std::string here = std::filesystem::current_path(error);
  return error ? path : clean_path(here + "/" + path);
}

}  // namespace algo::kube
