#include "base/json.h"
#include "base/text.h"
#include "base/yaml_emit.h"
#include "bundle/embedded.h"
#include "commands.h"
#include "perform.h"

namespace algo {

ExitCode perform(const VersionOp& op, ColorWhen /*color*/, World& world) {
  const bundle::Runner& runner = bundle::embedded_runner();
  const Json json{{"version", ALGO_VERSION},
                  {"judge",
                   {{"version", std::string(runner.version)},
                    {"platform", std::string(runner.platform)},
                    {"bytes", runner.bytes},
                    {"sha256", std::string(runner.sha256)}}}};
  switch (op.format) {
    case Format::kJson:
      world.out.write(dump_json_pretty(json));
      break;
    case Format::kYaml:
      world.out.write(to_yaml(json));
      break;
    default:
      world.out.write("kubectl-algo " ALGO_VERSION "\nalgo-judge " + std::string(runner.version) +
                      " " + std::string(runner.platform) + ", " + human_bytes(runner.bytes) +
                      ", sha256:" + std::string(runner.sha256.substr(0, 12)) + "\n");
  }
  return ExitCode::kAccepted;
}

ExitCode perform(const HelpOp& op, ColorWhen /*color*/, World& world) {
  if (op.command.empty()) {
    world.out.write(overview(world.program));
    return ExitCode::kAccepted;
  }
  const CommandInfo* command = find_command(op.command);
  if (command == nullptr) {
    throw Error(
        ErrorKind::kUsage, "unknown command \"" + op.command + "\"", "", world.program + " help");
  }
  world.out.write(help_text(*command, world.program));
  return ExitCode::kAccepted;
}

}  // namespace algo
