#include "real_judges.h"

#include "base/error.h"
#include "base/fd.h"
#include "base/text.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace algo {
namespace {

constexpr std::size_t kComplaintBytes = 4096;
constexpr int kNotExecutable = 127;

Error failed(const std::string& what) {
  return {ErrorKind::kEnvironment, what, errno_text(errno)};
}

class RealWorkFolder final : public WorkFolder {
 public:
  RealWorkFolder()
      : path_((std::filesystem::temp_directory_path() / "kubectl-algo-XXXXXX").string()) {
    // The sandbox's own user must get through to its folders, but see no names.
    if (::mkdtemp(path_.data()) == nullptr || ::chmod(path_.c_str(), 0711) != 0) {
      throw failed("cannot make a temporary folder " + path_);
    }
  }
  ~RealWorkFolder() override {
    std::error_code left_behind;  // in a temporary folder, nothing to trouble anybody with
    std::filesystem::remove_all(path_, left_behind);
  }
  RealWorkFolder(const RealWorkFolder&) = delete;
  RealWorkFolder& operator=(const RealWorkFolder&) = delete;
  [[nodiscard]] const std::string& path() const override { return path_; }

 private:
  std::string path_;
};

// The judge as a file without a name, so that it needs no folder that allows programs.
Fd make_executable(std::string_view bytes) {
  Fd fd(::memfd_create("algo-judge", MFD_CLOEXEC));
  if (!fd.valid()) throw failed("cannot hold the judge in memory");
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
    if (written < 0) throw failed("cannot hold the judge in memory");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return fd;
}

volatile std::sig_atomic_t wake_fd = -1;  // where a signal says that it came

void on_signal(int /*signal*/) {
  const int saved = errno;
  if (::write(wake_fd, "!", 1) < 0) errno = saved;  // full: it is known already
  errno = saved;
}

// While it lives, Ctrl-C and a polite end are a byte in a pipe instead of our death.
class SignalWatch {
 public:
  SignalWatch() : pipe_(make_pipe()) {
    ::fcntl(pipe_.write.get(), F_SETFL, O_NONBLOCK);
    wake_fd = pipe_.write.get();
    struct sigaction action{};
    action.sa_handler = on_signal;
    for (std::size_t i = 0; i < kSignals.size(); ++i)
      ::sigaction(kSignals.at(i), &action, &old_.at(i));
  }
  ~SignalWatch() {
    for (std::size_t i = 0; i < kSignals.size(); ++i)
      ::sigaction(kSignals.at(i), &old_.at(i), nullptr);
    wake_fd = -1;
  }
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  [[nodiscard]] int fd() const { return pipe_.read.get(); }
  void take() const {
    char byte = 0;
    static_cast<void>(::read(fd(), &byte, 1) < 0);
  }

 private:
  static constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};
  Pipe pipe_;
  std::array<struct sigaction, 3> old_{};
};

// In the child, after fork: only system calls. A process group of its own keeps the terminal's
// Ctrl-C away from it, so that it is we who decide how it ends.
[[noreturn]] void become_judge(int executable, char** argv, int out, int err) {
  std::array<char*, 1> environment{nullptr};
  ::setpgid(0, 0);
  const int null = ::open("/dev/null", O_RDONLY);
  ::dup2(null, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::fexecve(executable, argv, environment.data());
  ::_exit(kNotExecutable);
}

// A running judge and its two streams.
class Running {
 public:
  Running(std::string_view executable, const std::vector<std::string>& arguments)
      : out_(make_pipe()), err_(make_pipe()) {
    const Fd program = make_executable(executable);
    std::vector<std::string> words{"algo-judge"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) become_judge(program.get(), argv.data(), out_.write.get(), err_.write.get());
    if (pid_ < 0) throw failed("cannot start the judge");
    out_.write.reset();
    err_.write.reset();
  }
  ~Running() {
    if (pid_ > 0) {  // left by an exception
      ::kill(pid_, SIGKILL);
      static_cast<void>(reap());
    }
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  JudgeExit follow(const std::function<void(std::string_view)>& on_output) {
    const SignalWatch signals;
    JudgeExit exit;
    while (out_.read.valid() || err_.read.valid()) {
      std::array<pollfd, 3> entries{{{.fd = signals.fd(), .events = POLLIN, .revents = 0},
                                     {.fd = out_.read.get(), .events = POLLIN, .revents = 0},
                                     {.fd = err_.read.get(), .events = POLLIN, .revents = 0}}};
      if (::poll(entries.data(), entries.size(), -1) < 0) continue;  // EINTR: the pipe tells
      if (entries[0].revents != 0) {
        signals.take();
        ::kill(pid_, exit.interrupted ? SIGKILL : SIGTERM);
        exit.interrupted = true;
      }
      if (entries[1].revents != 0) take(out_.read, on_output);
      if (entries[2].revents != 0) {
        take(err_.read, [&](std::string_view text) {
          exit.complaint +=
              text.substr(0, kComplaintBytes - std::min(kComplaintBytes, exit.complaint.size()));
        });
      }
    }
    exit.code = reap();
    return exit;
  }

 private:
  static void take(Fd& fd, const std::function<void(std::string_view)>& sink) {
    std::array<char, std::size_t{64} << 10U> buffer;  // NOLINT(*-member-init): a buffer
    const ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
    if (got > 0) {
      sink({buffer.data(), static_cast<std::size_t>(got)});
    } else if (got == 0 || errno != EINTR) {
      fd.reset();
    }
  }
  int reap() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  Pipe out_;
  Pipe err_;
  pid_t pid_ = -1;
};

}  // namespace

std::unique_ptr<WorkFolder> RealJudges::make_work_folder() {
  return std::make_unique<RealWorkFolder>();
}

JudgeExit RealJudges::run(const std::vector<std::string>& arguments,
                          const std::function<void(std::string_view)>& on_output) {
  return Running(executable_, arguments).follow(on_output);
}

}  // namespace algo
