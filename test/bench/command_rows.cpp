#include "base/text.h"
#include "bench/program.h"
#include "bench/rows.h"
#include "bench/series.h"
#include "support/temp_dir.h"

#include <filesystem>

namespace algo::bench {

Row start_up(const Setting& setting) {
  const std::string kubectl = find_on_path("kubectl");
  const std::string here = std::filesystem::temp_directory_path().string();
  Series ours;
  Series theirs;
  in_turns(
      setting.rounds,
      [&] { ours.add(time_program({setting.programs + "/kubectl-algo", "version"}, here)); },
      [&] {
        if (!kubectl.empty()) theirs.add(time_program({kubectl, "version", "--client"}, here));
      });
  Row row{.what = "start-up: `kubectl-algo version`",
          .ours = ours.text(),
          .beside = "no kubectl here",
          .result = "–",
          .target = "at most 1/10 of kubectl"};
  if (!kubectl.empty()) {
    row.beside = "`kubectl version --client`: " + theirs.text();
    row.result = "1/" + ratio_text(theirs.median(), ours.median());
  }
  return row;
}

Row build_two_sum(const Setting& setting) {
  const test::TempDir dir;
  Series ours;
  for (int i = 0; i < setting.rounds; ++i) {
    ours.add(time_program({setting.programs + "/kubectl-algo",
                           "build",
                           "two-sum",
                           "-o",
                           dir / ("bundle-" + std::to_string(i))},
                          dir.path()));
  }
  return {.what = "`kubectl-algo build two-sum`",
          .ours = ours.text(),
          .beside = "–",
          .result = human_duration(ours.median()),
          .target = "at most 10 ms"};
}

}  // namespace algo::bench
