#include "real_judges.h"

#include "base/error.h"
#include "base/fd.h"
#include "executable.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace algo {
namespace {

using Moment = std::chrono::steady_clock::time_point;
using Sink = std::function<void(std::string_view)>;

constexpr std::size_t kComplaintBytes = 4096;
constexpr auto kAfterKill = std::chrono::seconds(2);  // for pipes that somebody else holds, too
constexpr auto kOnAbandoning = std::chrono::seconds(5);

// In the child, after fork: only system calls. A process group of its own keeps the terminal's
// Ctrl-C away from it, so that it is we who decide how it ends. The error of a failed start goes
// into `failure`, which a successful one closes.
[[noreturn]] void become_judge(int executable, char** argv, int out, int err, int failure) {
  std::array<char*, 1> environment{nullptr};
  ::setpgid(0, 0);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const int null = ::open("/dev/null", O_RDONLY);
  if (null >= 0) ::dup2(null, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::fexecve(executable, argv, environment.data());
  const int reason = errno;
  static_cast<void>(::write(failure, &reason, sizeof reason) < 0);
  ::_exit(1);
}

// A running judge and its two streams.
class Running {
 public:
  Running(std::string_view executable, const std::vector<std::string>& arguments)
      : out_(make_pipe()), err_(make_pipe()) {
    const Fd program = make_executable(executable);
    Pipe failure = make_pipe();
    std::vector<std::string> words{"algo-judge"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) {
      become_judge(
          program.get(), argv.data(), out_.write.get(), err_.write.get(), failure.write.get());
    }
    if (pid_ < 0) throw Error(ErrorKind::kEnvironment, "cannot start the judge", errno_text(errno));
    out_.write.reset();
    err_.write.reset();
    failure.write.reset();
    wait_for_start(failure.read.get());
  }

  ~Running() {
    if (pid_ <= 0) return;
    // Left by an exception: nobody wants to hear the rest.
    out_.read.reset();
    err_.read.reset();
    ::kill(pid_, SIGTERM);
    const Moment end = std::chrono::steady_clock::now() + kOnAbandoning;
    while (::waitpid(pid_, nullptr, WNOHANG) == 0) {
      if (std::chrono::steady_clock::now() > end) {
        ::kill(pid_, SIGKILL);
        static_cast<void>(reap());
        return;
      }
      ::poll(nullptr, 0, 5);
    }
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  JudgeExit follow(const RealInterrupts& interrupts,
                   std::chrono::milliseconds patience,
                   const Sink& on_output) {
    JudgeExit exit;
    bool killed = false;
    std::optional<Moment> end;  // of our patience, once it is asked for
    while (out_.read.valid() || err_.read.valid()) {
      std::array<pollfd, 3> entries{{{.fd = interrupts.fd(), .events = POLLIN, .revents = 0},
                                     {.fd = out_.read.get(), .events = POLLIN, .revents = 0},
                                     {.fd = err_.read.get(), .events = POLLIN, .revents = 0}}};
      if (::poll(entries.data(), entries.size(), wait_ms(end)) < 0) continue;  // the pipe tells
      const std::size_t signals = entries[0].revents != 0 ? interrupts.take() : 0;
      const bool too_late = end && std::chrono::steady_clock::now() >= *end;
      if (too_late && killed) break;
      if (too_late || signals > 1 || (signals == 1 && exit.interrupted)) {
        killed = true;
        ::kill(pid_, SIGKILL);
        end = std::chrono::steady_clock::now() + kAfterKill;
      } else if (signals == 1) {
        ::kill(pid_, SIGTERM);
        end = std::chrono::steady_clock::now() + patience;
      }
      exit.interrupted = exit.interrupted || signals > 0;
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
  void wait_for_start(int failure) {
    int reason = 0;
    ssize_t got = 0;
    do {
      got = ::read(failure, &reason, sizeof reason);
    } while (got < 0 && errno == EINTR);
    if (got != sizeof reason) return;
    static_cast<void>(reap());
    throw Error(ErrorKind::kEnvironment,
                "cannot start the judge",
                errno_text(reason),
                "set TMPDIR to a folder where programs may be started");
  }

  static int wait_ms(const std::optional<Moment>& end) {
    if (!end) return -1;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        *end - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count() + 1, 0));
  }

  static void take(Fd& fd, const Sink& sink) {
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

JudgeExit RealJudges::run(const std::vector<std::string>& arguments, const Sink& on_output) {
  interrupts_.check();
  return Running(executable_, arguments).follow(interrupts_, patience_, on_output);
}

}  // namespace algo
