#include "base/clock.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "judge/flags.h"
#include "judge/frame_log.h"
#include "judge/judging.h"
#include "judge/pod_age.h"
#include "judge/pod_sandbox.h"
#include "judge/roles.h"

#include <sys/prctl.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <utility>

namespace algo::judge {
namespace {

constexpr int kStopped = 128 + SIGTERM;  // as a shell says it

// The folders of the build and sandbox containers, as pkg/bundle/pod.cpp mounts them; the judge has
// the sources too, to quote them.
constexpr const char* kSources = "/bundle";
Places pod_places() {
  return {std::string(kSources) + "/src", "/build", "/tmp", "/algo-cache", true};
}

// Leaves the waits to come what is left of the judge's time. It lies inside the pod's, which the
// kubelet counts from the pod's start; pulling an image comes after that, and before the judge.
void set_deadline(const Flags& flags, const Clock& clock, Interrupt& interrupt) {
  if (!flags.has("--deadline")) return;
  const std::string text = flags.get("--deadline");
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 1) {
    throw Error(ErrorKind::kUsage, "--deadline is a number of seconds, not " + text);
  }
  const Nanos age = pod_age(flags.required("--bundle"), clock.calendar());
  interrupt.set_deadline(std::chrono::seconds(seconds) - age);
}

// The image that this container, and so the sandbox, runs from was made of this bundle: what its
// Dockerfile copied says so.
void check_image(const FileReader& files, const std::string& digest) {
  try {
    static_cast<void>(read_verified_manifest(files, kSources, digest));
  } catch (const Error& error) {
    throw Error(ErrorKind::kInput,
                "the image was not built from this bundle",
                std::string(error.what()) + (error.why().empty() ? "" : ": " + error.why()),
                "build it again from the bundle's Dockerfile, and give it a new tag");
  }
}

// The Dockerfile's first stage keeps what the compiler says of itself.
std::string compiler_of_image(const FileReader& files) {
  constexpr std::size_t most = 4096;
  const std::string path = std::string(kSources) + "/compiler";
  if (!files.exists(path)) return "";
  const std::string text = files.read(path, most);
  return to_valid_utf8(text.substr(0, std::min<std::size_t>(text.find('\n'), 200)));
}

}  // namespace

int role_judge(const Arguments& arguments) {
  const Flags flags(arguments,
                    {"--bundle=",
                     "--digest=",
                     "--build=",
                     "--compiled",
                     "--sandbox=",
                     "--output=",
                     "--deadline=",
                     "--run=",
                     "--case=",
                     "--fail-fast"});
  Interrupt interrupt = Interrupt::on_sigterm();
  std::signal(SIGPIPE, SIG_IGN);
  ::prctl(PR_SET_DUMPABLE, 0);
  RealFiles files;
  const SystemClock clock;
  const std::string output = flags.required("--output");
  result::FrameWriter frames = frames_to_stdout();
  Journal journal(frames, files, clock, {output + "/result.json", output + "/termination"});
  journal.report().run = flags.get("--run");
  journal.start();
  interrupt.set_pulse(kHeartbeatPeriod, [&] { journal.heartbeat(); });
  try {
    JudgingOptions options;
    options.cases = flags.all("--case");
    options.fail_fast = flags.has("--fail-fast");
    VerifiedBundle bundle =
        read_verified_bundle(files, flags.required("--bundle"), flags.required("--digest"));
    const sandbox::Pause pause = [&](Nanos time) { interrupt.pause(time); };
    std::unique_ptr<sandbox::Sandbox> build;
    if (flags.has("--compiled")) {
      check_image(files, flags.required("--digest"));
    } else {
      build = sandbox::connect(flags.required("--build"), kConnectTimeout, pause);
    }
    PodSandbox sandbox(flags.required("--sandbox"), pause, clock);
    set_deadline(flags, clock, interrupt);
    const auto sources = read_verified_sources(files, kSources, bundle.manifest);
    const auto solution = sources.find(bundle.manifest.recipe.solution_file);
    judge_bundle(std::move(bundle),
                 solution == sources.end() ? "" : solution->second,
                 options,
                 {build.get(), compiler_of_image(files), sandbox, pod_places()},
                 clock,
                 interrupt,
                 journal);
  } catch (const Interrupted&) {
    journal.finish(false);
  } catch (const Error& error) {
    journal.failed(error);
  }
  // The report says what happened; a container that fails would say less. But a pod that succeeds
  // has no successor: one that was told to go before its last case must not.
  return interrupt.raised() && !journal.report().complete ? kStopped : 0;
}

}  // namespace algo::judge
