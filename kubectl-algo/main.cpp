#include "args.h"
#include "base/files.h"
#include "bundle/embedded.h"
#include "perform.h"
#include "real_judges.h"
#include "real_world.h"

#include <csignal>

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a judge that ends early must not end us
  algo::RealFiles files;
  const algo::SystemClock clock;
  algo::StandardOutput out(1);
  algo::StandardOutput err(2);
  algo::StandardInput in;
  const algo::RealEnvironment environment;
  algo::RealJudges judges(algo::bundle::embedded_judge());
  algo::World world{files, clock, out, err, in, environment, judges, algo::program_name(argv[0])};
  return static_cast<int>(algo::run_command({argv + 1, argv + argc}, world));
}
