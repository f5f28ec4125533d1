#include "base/text.h"
#include "bundle/embedded.h"
#include "bundle_folder.h"
#include "config.h"
#include "perform.h"
#include "screen.h"
#include "submission.h"

namespace algo {
namespace {

std::string line(const std::string& file, const std::string& about) {
  return "  " + result::pad_right(file, 17) + about + "\n";
}

std::string summary(const bundle::Bundle& bundle, const spec::Problem& problem) {
  const bundle::Runner& runner = bundle::embedded_runner();
  std::size_t samples = 0;
  for (const spec::Case& one : problem.cases) samples += one.sample ? 1 : 0;
  std::string sources;
  for (const auto& [path, bytes] : bundle.files) {
    if (path.starts_with("src/")) sources += (sources.empty() ? "" : " ") + path.substr(4);
  }
  return line("job.yaml",
              "Job " + bundle.job_name + " · deadline " + human_duration(bundle.deadline) +
                  " · memory " + human_bytes(bundle.memory_limit) + " · " + bundle.image) +
         line("runner.yaml",
              "algo-judge " + std::string(runner.version) + " " + std::string(runner.platform) +
                  ", " + human_bytes(runner.bytes)) +
         line("Dockerfile", "two stages") +
         line("test-cases.json",
              std::to_string(problem.cases.size()) + " cases, " + std::to_string(samples) +
                  " of them samples") +
         line("src/", sources) + line("digest", bundle.digest.substr(0, 15) + "…");
}

}  // namespace

ExitCode perform(const BuildOp& op, ColorWhen color, World& world) {
  const LoadedProblem loaded = load(world, op.problem);
  const Submission submission = find_submission(world, loaded, op.solution, op.language);
  const Config config = read_config(world.files, world.environment);
  const bundle::Bundle bundle = bundle::make_bundle(
      loaded.problem,
      *submission.language,
      submission.text,
      {.timeout = op.timeout,
       .memory_limit = op.memory_limit,
       .memory_limit_text = op.memory_limit_text,
       .image = op.image.empty() ? default_image(config, *submission.language) : op.image},
      bundle::embedded_runner(),
      ALGO_VERSION);
  const std::string folder = op.folder.empty() ? loaded.problem.name + ".bundle" : op.folder;
  write_bundle(world, bundle, folder);
  const result::Screen screen = screen_for(world.err, world.environment, color);
  for (const std::string& warning : bundle.warnings) {
    world.err.write(screen.palette.paint(result::Style::kWarning, "warning:") + " " + warning +
                    "\n");
  }
  world.out.write(folder + "  (" + submission.origin + ")\n" + summary(bundle, loaded.problem));
  world.err.write("Next: " + world.program + " run " + folder +
                  "           judge it in a cluster\n      " + world.program + " run " + folder +
                  " --local   judge it on this machine\n");
  return ExitCode::kAccepted;
}

}  // namespace algo
