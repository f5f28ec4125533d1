#include "base/text.h"
#include "bench/sample.h"
#include "support/temp_dir.h"

#include <cstdlib>
#include <filesystem>

namespace algo::bench {
namespace {

constexpr int kRounds = 21;

std::string find_kubectl() {
  const char* path = std::getenv("PATH");
  for (const std::string& folder : split(path == nullptr ? "" : path, ':')) {
    const std::string file = folder + "/kubectl";
    if (std::filesystem::exists(file)) return file;
  }
  return "";
}

}  // namespace

std::vector<Row> command_rows(const std::string& programs) {
  const test::TempDir here;
  const std::string algo = programs + "/kubectl-algo";
  const std::string kubectl = find_kubectl();
  std::vector<Row> rows;
  if (!kubectl.empty()) {
    const Pair start = measure_in_turn(
        kRounds,
        [&] { run_quietly({algo, "version"}, here.path()); },
        [&] { run_quietly({kubectl, "version", "--client"}, here.path()); });
    rows.push_back({"start-up: `kubectl-algo version`",
                    show(start.ours),
                    "`kubectl version --client` " + show(start.yardstick),
                    "≤ 1/10"});
  }
  const Pair build = measure_in_turn(
      kRounds,
      [&] { run_quietly({algo, "build", "two-sum", "-o", here / "b"}, here.path()); },
      [&] { run_quietly({algo, "version"}, here.path()); });
  rows.push_back(
      {"`build two-sum`", show(build.ours), "`version` " + show(build.yardstick), "≤ 10 ms"});
  rows.push_back({"judge: size of the program",
                  human_bytes(std::filesystem::file_size(programs + "/algo-judge")),
                  "–",
                  "≤ 900 KiB"});
  return rows;
}

}  // namespace algo::bench
