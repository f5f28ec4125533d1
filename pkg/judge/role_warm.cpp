#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "judge/flags.h"
#include "judge/folders.h"
#include "judge/local_sides.h"
#include "judge/roles.h"
#include "judge/watch.h"

#include <sys/prctl.h>

#include <csignal>

namespace algo::judge {
namespace {

constexpr std::size_t kMaxPlanBytes = std::size_t{1} << 20U;

// Generous: compiling a whole standard library on one busy core.
sandbox::Limits warm_limits() {
  sandbox::Limits limits{};
  limits.cpu = std::chrono::minutes(5);
  limits.wall = std::chrono::minutes(20);  // as long as others may keep the machine busy
  limits.memory = std::uint64_t{4} << 30U;
  limits.data = limits.memory;
  limits.file_size = std::uint64_t{1} << 30U;
  limits.stack = std::uint64_t{64} << 20U;
  limits.processes = 512;
  return limits;
}

std::string why_failed(const sandbox::Ended& ended) {
  using sandbox::Stop;
  const bool in_time = ended.stop != Stop::kCpuLimit && ended.stop != Stop::kWallLimit;
  if (ended.stop == Stop::kMemoryLimit)
    return "it needed more than " + human_bytes(warm_limits().memory);
  if (in_time) return ended.act;
  return "it had not ended after " + human_duration(ended.usage.wall) + " and " +
         human_duration(ended.usage.cpu) + " of CPU time";
}

void run_all(const Json& plan,
             const Places& places,
             sandbox::Sandbox& box,
             const Interrupt& interrupt) {
  const auto env = plan.at("env").get<std::map<std::string, std::string>>();
  for (const Json& words : plan.at("commands")) {
    Stream log(std::size_t{4} << 10U);
    sandbox::Channels channels{};
    channels.out = log.remote();
    channels.err = log.remote();
    const auto argv = fill_in(words.get<std::vector<std::string>>(), places);
    box.spawn({argv, fill_in_values(env, places), places.tmp}, warm_limits(), channels);
    log.close_remote();
    Watch watch(box, interrupt, {&log});
    const sandbox::Ended ended = watch.until_ended();
    if (ended.stop != sandbox::Stop::kExited || ended.exit_code != 0) {
      throw Error(
          ErrorKind::kEnvironment, argv.front() + " failed", why_failed(ended) + log.take());
    }
  }
}

}  // namespace

int role_warm(const Arguments& arguments) {
  const Flags flags(arguments, {"--cache=", "--work=", "--plan=", "--path="});
  const Interrupt interrupt = Interrupt::on_sigterm();
  std::signal(SIGINT, SIG_IGN);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  const RealFiles files;
  const std::string plan_file = flags.required("--plan");
  const Json plan = parse_json(files.read(plan_file, kMaxPlanBytes), plan_file);
  const uid_t run_uid = pick_run_uid();
  Places places = make_places(flags.required("--work"), {}, "", run_uid);
  // The caches are this compilation's output, so they take the place of the output folder.
  places.out = flags.required("--cache");
  make_folder(places.out, run_uid);
  sandbox::LocalHelper helper = launch_build(places, flags.get("--path"), run_uid);
  places.cache = places.out;
  try {
    run_all(plan, places, helper.box(), interrupt);
  } catch (const Interrupted&) {
    return 1;
  } catch (const Json::exception& error) {
    throw Error(ErrorKind::kInput, plan_file + " is not a plan", error.what());
  }
  return 0;
}

}  // namespace algo::judge
