#include "language/toolchain.h"

#include "base/digest.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace algo::test {
namespace {

namespace fs = std::filesystem;

struct Redirect {
  std::string path{};  // opened for descriptor `to`, or …
  int from = -1;       // … this descriptor is
  int to = -1;
  bool write = false;
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  list.reserve(words.size() + 1);
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

pid_t start(std::vector<std::string> argv,
            const std::map<std::string, std::string>& env,
            const std::vector<Redirect>& redirects) {
  // The toolchain's own python3, not one of a version manager.
  if (argv[0] == "python3") argv[0] = "/usr/bin/python3";
  std::vector<std::string> variables;
  variables.reserve(env.size());
  for (const auto& [name, value] : env) variables.push_back(join({name, value}, "="));
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  for (const Redirect& redirect : redirects) {
    if (redirect.path.empty()) {
      posix_spawn_file_actions_adddup2(&actions, redirect.from, redirect.to);
    } else {
      posix_spawn_file_actions_addopen(&actions,
                                       redirect.to,
                                       redirect.path.c_str(),
                                       redirect.write ? O_WRONLY | O_CREAT | O_APPEND : O_RDONLY,
                                       0600);
    }
  }
  pid_t pid = -1;
  const int error = posix_spawnp(
      &pid, argv[0].c_str(), &actions, nullptr, pointers(argv).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  REQUIRE_MESSAGE(error == 0, "cannot start " << argv[0]);
  return pid;
}

int await(pid_t pid) {
  int status = 0;
  REQUIRE(waitpid(pid, &status, 0) == pid);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string slurp(const std::string& path) {
  return RealFiles().read(path, std::size_t{64} << 20U);
}

// The warm caches of all languages, made once per build tree by whichever test comes first, and
// again when they are filled in another way.
std::string warm_cache(const language::Language& language, const spec::Recipe& recipe) {
  const char* root = std::getenv("ALGO_TEST_CACHE");
  REQUIRE(root != nullptr);
  const std::string key = sha256_hex(dump_json(Json(language.warm_up()))).substr(0, 16);
  const std::string cache = std::string(root) + "/" + std::string(language.id) + "-" + key;
  fs::create_directories(cache + "/tmp");
  const Fd lock(::open(cache.c_str(), O_RDONLY | O_CLOEXEC));
  REQUIRE(flock(lock.get(), LOCK_EX) == 0);
  if (fs::exists(cache + "/warm")) return cache;
  const auto fill = [&cache](std::string word) {
    word = replace_all(std::move(word), "{cache}", cache);
    return replace_all(replace_all(std::move(word), "{src}", cache), "{tmp}", cache + "/tmp");
  };
  std::map<std::string, std::string> env = recipe.compile_env;
  for (auto& [name, value] : env) value = fill(value);
  for (std::vector<std::string> command : language.warm_up()) {
    for (std::string& word : command) word = fill(word);
    REQUIRE(await(start(command, env, {})) == 0);
  }
  fs::create_directories(cache + "/warm");
  return cache;
}

}  // namespace

Build::Build(const std::string& language, spec::Problem problem, const std::string& solution)
    : problem_(std::move(problem)) {
  std::string name = (fs::temp_directory_path() / "algo-build-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  for (const char* part : {"/src", "/out", "/tmp"}) fs::create_directories(folder_ + part);
  const language::Language& row = language::find_language(language);
  recipe_ = row.recipe(problem_);
  fs::create_symlink(warm_cache(row, recipe_), folder_ + "/cache");
  for (const auto& [file, text] : row.sources(problem_, solution)) {
    RealFiles().write_atomically(folder_ + "/src/" + file, text);
  }
  std::map<std::string, std::string> env = recipe_.compile_env;
  for (auto& [variable, value] : env) value = place(value);
  const std::string log = folder_ + "/log";
  for (std::vector<std::string> command : recipe_.compile) {
    for (std::string& word : command) word = place(word);
    ok_ = ok_ && await(start(command,
                             env,
                             {{.path = "/dev/null", .to = 0},
                              {.path = log, .to = 1, .write = true},
                              {.path = log, .to = 2, .write = true}})) == 0;
  }
  log_ = slurp(log);
}

Build::~Build() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Build::place(std::string word) const {
  for (const char* name : {"src", "out", "tmp", "cache"}) {
    word = replace_all(
        std::move(word), "{" + std::string(name) + "}", folder_ + "/" + std::string(name));
  }
  return word;
}

bool Build::log_has_mark() const {
  return std::ranges::any_of(recipe_.signature_marks, [this](const std::string& mark) {
    return log_.find(mark) != std::string::npos;
  });
}

Worker::Worker(const Build& build) : build_(build) {
  REQUIRE_MESSAGE(build.ok(), build.log());
  Pipe requests = make_pipe();
  Pipe answers = make_pipe();
  std::vector<std::string> argv = build.recipe().run;
  for (std::string& word : argv) word = build.place(word);
  // Both ends move out of the way first: one of them may be 3 or 4 itself.
  const Fd theirs_out(fcntl(answers.write.get(), F_DUPFD_CLOEXEC, 20));
  const Fd theirs_in(fcntl(requests.read.get(), F_DUPFD_CLOEXEC, 20));
  pid_ = start(argv,
               build.recipe().run_env,
               {{.path = "/dev/null", .to = 0},
                {.path = build.folder() + "/stdout", .to = 1, .write = true},
                {.path = build.folder() + "/stderr", .to = 2, .write = true},
                {.from = theirs_out.get(), .to = 3},
                {.from = theirs_in.get(), .to = 4}});
  requests_ = std::move(requests.write);
  answers_ = std::move(answers.read);
  CHECK(read_frame().empty());  // loaded
}

Worker::~Worker() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
}

std::string Worker::read_frame() {
  std::string bytes;
  std::size_t wanted = 4;
  while (bytes.size() < wanted) {
    std::array<char, 65536> piece{};
    const ssize_t got =
        ::read(answers_.get(), piece.data(), std::min(piece.size(), wanted - bytes.size()));
    REQUIRE_MESSAGE(got > 0, "the driver died: " << err());
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (wanted == 4 && bytes.size() == 4) {
      std::uint32_t size = 0;
      __builtin_memcpy(&size, bytes.data(), 4);
      wanted += size;
    }
  }
  return bytes.substr(4);
}

spec::Answer Worker::ask(const Json& input) {
  const std::string frame = spec::encode_request(build_.problem().function, input);
  for (std::size_t at = 0; at < frame.size();) {
    const ssize_t put = ::write(requests_.get(), frame.data() + at, frame.size() - at);
    REQUIRE_MESSAGE(put > 0, "the driver does not read: " << err());
    at += static_cast<std::size_t>(put);
  }
  return spec::decode_answer(build_.problem().function, input, read_frame());
}

int Worker::finish() {
  requests_.reset();
  const int ended = await(pid_);
  pid_ = -1;
  return ended;
}

std::string Worker::out() const {
  return slurp(build_.folder() + "/stdout");
}

std::string Worker::err() const {
  return slurp(build_.folder() + "/stderr");
}

std::string solution_text(const std::string& name, const language::Language& row) {
  return slurp(ALGO_TEST_SOLUTIONS "/" + name + std::string(row.extension));
}

std::string run_program(const Build& build, const std::string& input) {
  REQUIRE_MESSAGE(build.ok(), build.log());
  RealFiles().write_atomically(build.folder() + "/stdin", input);
  std::vector<std::string> argv = build.recipe().run;
  for (std::string& word : argv) word = build.place(word);
  const std::string out = build.folder() + "/stdout";
  REQUIRE(await(start(argv,
                      build.recipe().run_env,
                      {{.path = build.folder() + "/stdin", .to = 0},
                       {.path = out, .to = 1, .write = true}})) == 0);
  return slurp(out);
}

}  // namespace algo::test
