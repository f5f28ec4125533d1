#pragma once

#include "support/fake_clock.h"
#include "support/virtual_files.h"
#include "world.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace algo::test {

struct FakeOutput final : Output {
  void write(std::string_view bytes) override;
  [[nodiscard]] bool is_terminal() const override { return columns > 0; }
  [[nodiscard]] std::size_t width() const override { return columns; }

  std::string text{};
  std::size_t columns = 0;  // 0 = not a terminal
  bool closed = false;      // nobody reads it
};

struct FakeInput final : Input {
  [[nodiscard]] std::string read_all(std::size_t max_bytes) override;
  [[nodiscard]] std::string read_line() override;
  [[nodiscard]] bool is_terminal() const override { return terminal; }

  std::string text{};
  bool terminal = false;
};

struct FakeEnvironment final : Environment {
  [[nodiscard]] std::optional<std::string> get(const std::string& name) const override;
  [[nodiscard]] kube::Variables all() const override {
    return {variables.begin(), variables.end()};
  }

  std::map<std::string, std::string> variables{};
};

struct FakeInterrupts final : Interrupts {
  [[nodiscard]] int count() const override { return came ? 1 : 0; }

  bool came = false;
};

// Folders made of the paths of VirtualFiles.
class FakeFolders final : public Folders {
 public:
  explicit FakeFolders(VirtualFiles& files) : files_(files) {}
  [[nodiscard]] std::vector<std::string> in(const std::string& path) const override;
  [[nodiscard]] std::unique_ptr<TemporaryFolder> make_private() override;
  [[nodiscard]] std::unique_ptr<TemporaryFolder> make_beside(const std::string& path) override;
  [[nodiscard]] bool move(const std::string& made, const std::string& path) override;
  [[nodiscard]] bool exchange(const std::string& made, const std::string& path) override;

  bool can_exchange = true;

 private:
  VirtualFiles& files_;
  int made_ = 0;
};

// What one judge does when it is started.
struct FakeRun {
  std::string output{};  // comes in pieces of `piece` bytes
  JudgeExit exit{};
  std::size_t piece = 7;
};

struct FakeJudges final : Judges {
  [[nodiscard]] JudgeExit run(const std::vector<std::string>& arguments,
                              const std::function<void(std::string_view)>& on_output) override;

  std::deque<FakeRun> script{};
  std::vector<std::vector<std::string>> started{};  // arguments of each
};

// Leads to whatever transport the test has put there.
struct FakeConnections final : Connections {
  [[nodiscard]] std::unique_ptr<kube::Transport> open(const kube::RestConfig& config,
                                                      const int& tolerated) override;

  kube::Transport* transport = nullptr;
  std::vector<kube::RestConfig> opened{};
};

// A world without effects.
struct FakeWorld {
  FakeWorld();

  VirtualFiles files{};
  FakeFolders folders{files};
  FakeOutput out{};
  FakeOutput err{};
  FakeInput in{};
  FakeEnvironment environment{};
  FakeInterrupts interrupts{};
  FakeJudges judges{};
  FakeConnections connections{};
  FakeClock clock{};
  World world{files,
              folders,
              out,
              err,
              in,
              environment,
              interrupts,
              judges,
              connections,
              clock,
              [] { return 0.0; },
              "kubectl algo"};
};

}  // namespace algo::test
