#include "base/json.h"
#include "base/text.h"
#include "base/yaml_emit.h"
#include "catalog/catalog.h"
#include "perform.h"
#include "spec/load.h"
#include "table.h"

namespace algo {
namespace {

Json describe(const spec::Problem& problem, const std::string& origin) {
  return {{"id", problem.name},
          {"title", problem.title},
          {"difficulty", problem.difficulty},
          {"tags", problem.tags},
          {"contract", problem.contract == spec::Contract::kStdio ? "stdio" : "function"},
          {"origin", origin}};
}

}  // namespace

ExitCode perform(const ListOp& op, ColorWhen /*color*/, World& world) {
  const catalog::Catalog catalog(world.files, world.environment.get("ALGO_PATH").value_or(""));
  std::vector<TableRow> rows{{"NAME", "DIFFICULTY", "TITLE", "TAGS"}};
  Json list = Json::array();
  std::string names;
  bool broken = false;
  for (const catalog::Entry& entry : catalog.entries()) {
    try {
      const auto source = catalog.open(entry.id);
      const spec::Problem problem = spec::load_problem(*source, spec::Depth::kHeader);
      names += problem.name + "\n";
      rows.push_back({problem.name, problem.difficulty, problem.title, join(problem.tags, ",")});
      list.push_back(describe(problem, entry.origin));
    } catch (const Error& error) {
      // One bad folder in ALGO_PATH must not hide the others.
      broken = true;
      world.err.write("warning: " + std::string(error.what()) + "\n");
    }
  }
  switch (op.format) {
    case Format::kName:
      world.out.write(names);
      break;
    case Format::kJson:
      world.out.write(dump_json_pretty(list));
      break;
    case Format::kYaml:
      world.out.write(to_yaml(list));
      break;
    default:
      world.out.write(table(rows));
  }
  return broken ? ExitCode::kUsage : ExitCode::kAccepted;
}

}  // namespace algo
