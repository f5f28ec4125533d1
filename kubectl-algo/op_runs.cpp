#include "base/text.h"
#include "base/yaml_emit.h"
#include "cluster.h"
#include "perform.h"
#include "run/runs.h"
#include "table.h"

namespace algo {
namespace {

const char* state_word(run::RunState state) {
  switch (state) {
    case run::RunState::kSuspended:
      return "suspended";
    case run::RunState::kEnded:
      return "ended";
    case run::RunState::kRunning:
      break;
  }
  return "running";
}

std::string or_none(const std::string& text) {
  return text.empty() ? "-" : printable(text);
}

std::string runs_table(const std::vector<run::RunInfo>& runs, bool all_namespaces) {
  std::vector<TableRow> rows{
      {"NAME", "PROBLEM", "LANGUAGE", "STATE", "VERDICT", "CASES", "CREATED"}};
  if (all_namespaces) rows[0].insert(rows[0].begin(), "NAMESPACE");
  for (const run::RunInfo& run : runs) {
    TableRow row{printable(run.name),
                 or_none(run.problem),
                 or_none(run.language),
                 state_word(run.state),
                 or_none(run.verdict),
                 or_none(run.cases),
                 or_none(run.created)};
    if (all_namespaces) row.insert(row.begin(), printable(run.namespace_name));
    rows.push_back(std::move(row));
  }
  return table(rows);
}

Json runs_json(const std::vector<run::RunInfo>& runs) {
  Json all = Json::array();
  for (const run::RunInfo& run : runs) {
    all.push_back({{"name", run.name},
                   {"namespace", run.namespace_name},
                   {"problem", run.problem},
                   {"language", run.language},
                   {"bundleDigest", run.digest},
                   {"state", state_word(run.state)},
                   {"verdict", run.verdict},
                   {"cases", run.cases},
                   {"created", run.created}});
  }
  return all;
}

}  // namespace

ExitCode perform(const RunsOp& op, ColorWhen /*color*/, World& world) {
  Cluster cluster(world, op.connection);
  const std::string place = op.all_namespaces ? "" : cluster.namespace_name();
  const std::vector<run::RunInfo> runs = run::list_runs(cluster.client(), place, op.selector);
  switch (op.format) {
    case Format::kJson:
      world.out.write(dump_json_pretty(runs_json(runs)) + "\n");
      break;
    case Format::kYaml:
      world.out.write(to_yaml(runs_json(runs)));
      break;
    case Format::kName:
      for (const run::RunInfo& run : runs)
        world.out.write("job.batch/" + printable(run.name) + "\n");
      break;
    default:
      if (runs.empty()) {
        world.err.write("No runs found in " +
                        (op.all_namespaces ? "any namespace" : place + " namespace") + ".\n");
      } else {
        world.out.write(runs_table(runs, op.all_namespaces));
      }
  }
  return ExitCode::kAccepted;
}

}  // namespace algo
