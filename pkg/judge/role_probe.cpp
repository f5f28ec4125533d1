#include "base/clock.h"
#include "base/error.h"
#include "judge/flags.h"
#include "judge/frame_log.h"
#include "judge/interrupt.h"
#include "judge/pod_sandbox.h"
#include "judge/probe_facts.h"
#include "judge/roles.h"

#include <csignal>

namespace algo::judge {
namespace {

// What the sandbox of a judged pod would say of itself, or why there is none.
Json protections(const std::string& socket, const Interrupt& interrupt) {
  try {
    const sandbox::Pause pause = [&](Nanos time) { interrupt.pause(time); };
    const auto box = sandbox::connect(socket, kConnectTimeout, pause);
    return box->hello().protections;
  } catch (const Error& error) {
    return {{"sandbox", "off: " + std::string(error.what()) + " " + error.why()}};
  }
}

}  // namespace

int role_probe(const Arguments& arguments) {
  const Flags flags(arguments, {"--sandbox=", "--run=", "--address=", "--port="});
  const Interrupt interrupt = Interrupt::on_sigterm();
  std::signal(SIGPIPE, SIG_IGN);
  Json facts = probe_facts(flags.get("--address"), flags.get("--port"));
  try {
    facts["protections"] = protections(flags.required("--sandbox"), interrupt);
  } catch (const Interrupted&) {
    return 1;
  }
  facts["run"] = flags.get("--run");
  const auto now = SystemClock().calendar().time_since_epoch();
  facts["time"] = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  result::FrameWriter frames = frames_to_stdout();
  frames.write("probe", facts);
  return 0;
}

}  // namespace algo::judge
