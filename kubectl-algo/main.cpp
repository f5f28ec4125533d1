#include "args.h"
#include "base/files.h"
#include "bundle/embedded.h"
#include "kube/retry.h"
#include "perform.h"
#include "real_connections.h"
#include "real_folders.h"
#include "real_judges.h"
#include "real_world.h"

int main(int argc, char** argv) {
  algo::prepare_process();
  const algo::RealInterrupts interrupts;
  algo::RealFiles files;
  algo::RealFolders folders;
  algo::DataOutput out(interrupts);
  algo::TalkOutput err;
  algo::StandardInput in(interrupts);
  const algo::RealEnvironment environment;
  algo::RealJudges judges(algo::bundle::embedded_judge(), interrupts);
  const algo::SystemClock clock;
  algo::RealConnections connections(files, clock, environment, in, interrupts);
  algo::World world{files,
                    folders,
                    out,
                    err,
                    in,
                    environment,
                    interrupts,
                    judges,
                    connections,
                    clock,
                    algo::kube::make_random(),
                    ""};
  world.program = algo::program_name(argc > 0 ? argv[0] : "");
  return static_cast<int>(algo::run_command({argv + (argc > 0 ? 1 : 0), argv + argc}, world));
}
