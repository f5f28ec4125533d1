#include "sandbox/box.h"

#include "base/error.h"
#include "sandbox/proc.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace algo::test {
namespace {

using namespace std::chrono_literals;

// Another one for every test program that runs at the same time: RLIMIT_NPROC counts a uid.
uid_t run_uid() {
  constexpr uid_t first = 1'700'000'000;
  return ::geteuid() == 0 ? first + static_cast<uid_t>(::getpid()) : 0;
}

constexpr auto kTimeout = 60s;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  REQUIRE_MESSAGE(value != nullptr, name << " is not set; run the tests through ctest");
  return value;
}

void copy(const std::string& from, const std::string& to) {
  const std::ifstream in(from, std::ios::binary);
  std::ofstream out(to, std::ios::binary);
  out << in.rdbuf();
  REQUIRE(out.good());
  out.close();
  REQUIRE(::chmod(to.c_str(), 0755) == 0);
}

// Holds whatever the sandbox does or fails to do.
void limit_from_outside() {
  constexpr rlim_t most_processes = 400;
  const rlimit processes{most_processes, most_processes};
  const rlimit seconds{100, 100};
  ::setrlimit(RLIMIT_NPROC, &processes);
  ::setrlimit(RLIMIT_CPU, &seconds);
}

std::string stat_line(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(file, line);
  return line;
}

// What is left of a killed process is for the system's first process to wait for.
bool is_alive(pid_t pid) {
  const std::string line = stat_line(pid);
  return !line.empty() && line.find(") Z ") == std::string::npos;
}

std::string read_to_end(Fd fd) {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t size = 0; (size = ::read(fd.get(), part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(size));
  }
  return text;
}

}  // namespace

Box::Box(sandbox::Policy policy, sandbox::Calls calls) {
  limit_from_outside();
  REQUIRE(::chmod(root_.path().c_str(), 0755) == 0);
  folder_ = root_.make_folder("out");
  writable_ = root_.make_folder("tmp");
  REQUIRE(::chmod(folder_.c_str(), 0755) == 0);
  REQUIRE(::chmod(writable_.c_str(), 0777) == 0);
  const std::string programs = environment("SANDBOX_PROGRAMS");
  for (const char* program :
       {"cpu", "lender", "memory", "bss", "processes", "forbidden", "files", "worker", "zygote"}) {
    copy(programs + "/" + program, folder_ + "/" + program);
  }
  const std::string host = root_ / "host";
  copy(programs + "/host", host);

  sandbox::HelperOptions options;
  options.policy = policy;
  options.calls = calls;
  options.run_uid = run_uid();
  options.readable = {folder_};
  if (policy == sandbox::Policy::kCompile) options.writable = {writable_};
  helper_ = std::make_unique<sandbox::LocalHelper>(
      sandbox::launch_helper(host, {"sandbox_host"}, options));
  limits = {.cpu = 5s,
            .wall = 20s,
            .memory = 256ULL << 20U,
            .data = 512ULL << 20U,
            .file_size = 1ULL << 20U,
            .stack = 8ULL << 20U,
            .processes = 32};
}

Box::~Box() {
  const pid_t helper = helper_pid();
  const std::vector<pid_t> below = descendants_of(helper);
  helper_.reset();
  for (const pid_t pid : below) {
    CHECK_MESSAGE(ends_soon(pid), "process " << pid << " outlived its helper");
  }
}

Outcome Box::run(const std::string& name, const std::vector<std::string>& arguments) {
  sandbox::Command command{.argv = {program(name)}, .env = {}, .directory = folder_};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  return run(command);
}

Outcome Box::run(const sandbox::Command& command) {
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  sandbox::Channels channels;
  channels.out = out.write.get();
  channels.err = err.write.get();
  box().spawn(command, limits, channels);
  out.write.reset();
  err.write.reset();
  Outcome outcome{.ended = need(box().wait(kTimeout)), .out = {}, .err = {}};
  CHECK(survivors().empty());
  // Whoever still held the other end would make these wait for ever.
  outcome.out = read_to_end(std::move(out.read));
  outcome.err = read_to_end(std::move(err.read));
  return outcome;
}

void Box::start(const std::string& name,
                const std::vector<std::string>& arguments,
                const sandbox::Channels& channels) {
  sandbox::Command command{.argv = {program(name)}, .env = {}, .directory = folder_};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  box().spawn(command, limits, channels);
}

std::vector<pid_t> Box::survivors() const {
  std::vector<pid_t> found = descendants_of(helper_pid());
  // With a namespace the helper proper is a child of the process that was started.
  std::erase_if(found, [this](pid_t pid) {
    const std::string line = stat_line(pid);
    const auto state = sandbox::parse_stat(line);
    return !state || (state->parent == helper_pid() && line.find("(host)") != std::string::npos);
  });
  return found;
}

std::vector<pid_t> descendants_of(pid_t pid) {
  std::vector<pid_t> found{pid};
  const std::vector<sandbox::ProcessState> all = sandbox::Proc::open().all();
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const sandbox::ProcessState& state : all) {
      if (state.parent == found[i]) found.push_back(state.pid);
    }
  }
  found.erase(found.begin());
  return found;
}

bool ends_soon(pid_t pid) {
  for (int i = 0; i < 1000 && is_alive(pid); ++i) ::usleep(1000);
  return !is_alive(pid);
}

std::string hello_of(Box& box, const std::string& protection) {
  const auto& protections = box.box().hello().protections;
  const auto found = protections.find(protection);
  return found == protections.end() ? "" : found->second;
}

}  // namespace algo::test
