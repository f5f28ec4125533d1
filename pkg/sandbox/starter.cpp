#include "sandbox/starter.h"

#include "sandbox/limits.h"

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace algo::sandbox {
namespace {

constexpr std::size_t kRequests = 4;
constexpr ChannelSet kStandardStreams{true, true, true, false, false};
constexpr int kMostZygotesLost = 3;
// The zygote and the parent that a copy has for a moment.
constexpr std::uint64_t kProcessesOfZygote = 2;

WordList environment_list(const std::map<std::string, std::string>& environment) {
  std::vector<std::string> words;
  words.reserve(environment.size());
  for (const auto& [name, value] : environment) {
    words.push_back(name);
    words.back().append("=").append(value);
  }
  return WordList(std::move(words));
}

}  // namespace

Starter::Starter(const HelperOptions& options, const Confined& confined, Programs& programs)
    : policy_(options.policy), search_(options.path), confined_(confined), programs_(programs) {}

std::optional<std::string> Starter::prepare(SpawnRequest request) {
  request_ = std::move(request);
  const Command& command = request_.command;
  const auto variable = command.env.find("PATH");
  const std::string& search = variable == command.env.end() ? search_ : variable->second;
  const auto program = programs_.find(command.argv.front(), search);
  if (!program) return command.argv.front() + ": not found";
  program_ = *program;
  keep_zygote();
  return std::nullopt;
}

// Another zygote than that of the last case if the request is another one.
void Starter::keep_zygote() {
  const bool wanted = !request_.command.zygote.empty() && request_.channels == kStandardStreams &&
                      confined_.first && confined_.proc.lists_our_pids();
  const std::string key = wanted ? encode_spawn(0, request_) : std::string();
  if (key != zygote_is_for_) {
    end_zygote();
    zygote_is_for_ = key;
    zygotes_lost_ = 0;
  }
  if (!wanted || zygote_ || zygotes_lost_ >= kMostZygotesLost) return;
  const WordList argv(request_.command.argv);
  std::map<std::string, std::string> environment = request_.command.env;
  for (const auto& [name, value] : request_.command.zygote) environment[name] = value;
  const WordList variables = environment_list(environment);
  zygote_ = Zygote::start(make_launch(argv, variables, kProcessesOfZygote), meanwhile_);
  if (!zygote_) give_up_zygote();
}

Started Starter::start(const std::vector<Fd>& passed) {
  copied_ = false;
  if (zygote_) {
    std::vector<int> channels;
    channels.reserve(passed.size());
    for (const Fd& fd : passed) channels.push_back(fd.get());
    if (const std::optional<pid_t> pid = zygote_->copy(channels, meanwhile_)) {
      copied_ = true;
      return {.pid = *pid,
              .pidfd = Fd(static_cast<int>(::syscall(SYS_pidfd_open, *pid, 0))),
              .step = nullptr,
              .error = 0};
    }
    give_up_zygote();
  }
  return start_anew(passed);
}

Started Starter::start_anew(const std::vector<Fd>& passed) const {
  const WordList argv(request_.command.argv);
  const WordList variables = environment_list(request_.command.env);
  Launch launch = make_launch(argv, variables, 0);
  std::size_t next = 0;
  for (std::size_t i = 0; i < kMaxChannels; ++i) {
    if (request_.channels[i]) launch.channels[i] = passed[next++].get();
  }
  return spawn(launch);
}

Launch Starter::make_launch(const WordList& argv,
                            const WordList& environment,
                            std::uint64_t more_processes) const {
  const std::string& directory = request_.command.directory;
  return {.path = program_.path.c_str(),
          .argv = argv.list(),
          .environment = environment.list(),
          .directory = directory.empty() ? nullptr : directory.c_str(),
          .channels = {-1, -1, -1, -1, -1},
          .ruleset = program_.ruleset,
          .limits = resource_limits(request_.limits,
                                    policy_,
                                    request_.channels[kRequests],
                                    confined_.other_processes + more_processes)};
}

void Starter::zygote_ended() {
  zygote_.reset();
  ++zygotes_lost_;
}

// A process that forks and ends all the time, so as never to be there when it is looked for, gets
// ever larger numbers, and the kernel lists by number: it can only hide when its numbers start
// again from the lowest in the middle of a look. They cannot do so in two looks in a row.
bool Starter::only_zygote_left() {
  if (!zygote_ || !zygote_->ready(meanwhile_)) return false;
  const std::vector<pid_t> only{::getpid(), zygote_->pid()};
  return confined_.proc.pids() == only && confined_.proc.pids() == only;
}

void Starter::give_up_zygote() {
  zygote_ended();
  end_zygote();
}

void Starter::end_zygote() {
  zygote_.reset();
  if (!confined_.first) return;
  ::kill(-1, SIGKILL);
  while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
  }
}

}  // namespace algo::sandbox
