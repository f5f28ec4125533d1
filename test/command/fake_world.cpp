#include "command/fake_world.h"

#include <doctest/doctest.h>

#include <set>

namespace algo::test {
namespace {

void copy(VirtualFiles& files, const std::string& from, const std::string& to) {
  for (const std::string& path : files.list(from)) {
    files.write_atomically(to + "/" + path, files.read(from + "/" + path, SIZE_MAX));
  }
}

void clear(VirtualFiles& files, const std::string& folder) {
  if (!files.is_directory(folder)) return;
  for (const std::string& path : files.list(folder)) files.remove_file(folder + "/" + path);
}

class FakeTemporaryFolder final : public TemporaryFolder {
 public:
  FakeTemporaryFolder(VirtualFiles& files, std::string path)
      : files_(files), path_(std::move(path)) {
    files_.make_directories(path_);
  }
  ~FakeTemporaryFolder() override {
    files_.fail_writes("");
    clear(files_, path_);
  }
  FakeTemporaryFolder(const FakeTemporaryFolder&) = delete;
  FakeTemporaryFolder& operator=(const FakeTemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const override { return path_; }

 private:
  VirtualFiles& files_;
  std::string path_;
};

}  // namespace

void FakeOutput::write(std::string_view bytes) {
  if (closed) throw OutputClosed{};
  text += bytes;
}

std::string FakeInput::read_all(std::size_t max_bytes) {
  if (text.size() > max_bytes) throw Error(ErrorKind::kInput, "cannot read standard input");
  return text;
}

std::string FakeInput::read_line() {
  const std::size_t end = text.find('\n');
  std::string line = text.substr(0, end);
  text.erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

std::optional<std::string> FakeEnvironment::get(const std::string& name) const {
  const auto found = variables.find(name);
  if (found == variables.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> FakeFolders::in(const std::string& path) const {
  std::set<std::string> names;
  for (const std::string& file : files_.list(path)) {
    if (file.find('/') != std::string::npos) names.insert(file.substr(0, file.find('/')));
  }
  return {names.begin(), names.end()};
}

std::unique_ptr<TemporaryFolder> FakeFolders::make_private() {
  return std::make_unique<FakeTemporaryFolder>(files_, "/tmp/private-" + std::to_string(++made_));
}

std::unique_ptr<TemporaryFolder> FakeFolders::make_beside(const std::string& path) {
  return std::make_unique<FakeTemporaryFolder>(files_, path + ".new-" + std::to_string(++made_));
}

bool FakeFolders::move(const std::string& made, const std::string& path) {
  if (files_.exists(path)) return false;
  files_.make_directories(path);
  if (files_.is_directory(made)) copy(files_, made, path);
  clear(files_, made);
  return true;
}

bool FakeFolders::exchange(const std::string& made, const std::string& path) {
  if (!can_exchange) return false;
  copy(files_, path, made + "-old");
  clear(files_, path);
  copy(files_, made, path);
  clear(files_, made);
  return true;
}

JudgeExit FakeJudges::run(const std::vector<std::string>& arguments,
                          const std::function<void(std::string_view)>& on_output) {
  started.push_back(arguments);
  REQUIRE_MESSAGE(!script.empty(), "a judge was started that the test does not expect");
  const FakeRun run = script.front();
  script.pop_front();
  for (std::size_t at = 0; at < run.output.size(); at += run.piece) {
    on_output(std::string_view(run.output).substr(at, run.piece));
  }
  return run.exit;
}

namespace {

// Passes on to a transport that outlives it.
class BorrowedTransport final : public kube::Transport {
 public:
  explicit BorrowedTransport(kube::Transport& transport) : transport_(transport) {}
  [[nodiscard]] std::unique_ptr<kube::Exchange> start(kube::Request request,
                                                      kube::Sink& sink) override {
    return transport_.start(std::move(request), sink);
  }
  void poll(Nanos limit) override { transport_.poll(limit); }

 private:
  kube::Transport& transport_;
};

}  // namespace

std::unique_ptr<kube::Transport> FakeConnections::open(const kube::RestConfig& config,
                                                       const int& /*tolerated*/) {
  REQUIRE_MESSAGE(transport != nullptr, "a connection was made that the test does not expect");
  opened.push_back(config);
  return std::make_unique<BorrowedTransport>(*transport);
}

FakeWorld::FakeWorld() {
  environment.variables["PATH"] = "/usr/bin:/bin";
}

}  // namespace algo::test
