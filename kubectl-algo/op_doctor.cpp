#include "base/text.h"
#include "base/yaml_emit.h"
#include "cluster.h"
#include "perform.h"
#include "probe.h"
#include "run/preflight.h"
#include "run/survey.h"
#include "screen.h"

namespace algo {
namespace {

std::string mark(run::Finding finding, const result::Palette& palette) {
  switch (finding) {
    case run::Finding::kGood:
      return palette.paint(result::Style::kGood, "✔");
    case run::Finding::kNote:
      return palette.paint(result::Style::kWarning, "!");
    case run::Finding::kBad:
      break;
  }
  return palette.paint(result::Style::kBad, "✘");
}

ExitCode print_role(Cluster& cluster, World& world) {
  std::string text;
  for (const Json& object : run::role_with(
           run::role_access(), cluster.namespace_name(), run::user_name(cluster.place()))) {
    text += (text.empty() ? "" : "---\n") + to_yaml(object);
  }
  world.out.write(text);
  return ExitCode::kAccepted;
}

}  // namespace

ExitCode perform(const DoctorOp& op, ColorWhen color, World& world) {
  constexpr std::size_t subject_width = 14;
  Cluster cluster(world, op.connection);
  if (op.role) return print_role(cluster, world);
  const result::Palette palette = screen_for(world.out, world.environment, color).palette;
  bool bad = false;
  const auto show = [&](const std::vector<run::Observation>& all) {
    for (const run::Observation& one : all) {
      bad = bad || one.finding == run::Finding::kBad;
      world.out.write(mark(one.finding, palette) + " " +
                      result::pad_right(one.subject, subject_width) + printable(one.text) + "\n");
    }
  };
  world.err.write(cluster.where() + "\n");
  show(run::survey(cluster.place()));
  // What is missing for a run is missing for a probe.
  if (op.probe && !bad) show(probe(world, cluster, op.options, color));
  return bad ? ExitCode::kRefused : ExitCode::kAccepted;
}

}  // namespace algo
