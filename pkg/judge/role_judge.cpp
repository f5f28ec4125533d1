#include "base/clock.h"
#include "base/error.h"
#include "base/files.h"
#include "judge/flags.h"
#include "judge/frame_log.h"
#include "judge/judging.h"
#include "judge/roles.h"
#include "sandbox/client.h"

#include <sys/prctl.h>

#include <charconv>
#include <csignal>

namespace algo::judge {
namespace {

// The sidecars start before the judge; a sandbox that the kernel killed is back after 0.7 s the
// first time, 12 s and 23 s after that (the kubelet's back-off).
constexpr Nanos kConnectTimeout = std::chrono::seconds(60);

// The folders of the build and sandbox containers, as pkg/bundle/pod.cpp mounts them; the judge has
// the sources too, to quote them.
constexpr const char* kSources = "/bundle";
Places pod_places() {
  return {std::string(kSources) + "/src", "/build", "/tmp", "/algo-cache"};
}

class PodSandbox final : public SandboxSource {
 public:
  PodSandbox(std::string socket, sandbox::Pause pause)
      : socket_(std::move(socket)), pause_(std::move(pause)) {}
  [[nodiscard]] sandbox::Sandbox& box() override {
    if (!box_) box_ = sandbox::connect(socket_, kConnectTimeout, pause_);
    return *box_;
  }
  void replace() override { box_.reset(); }
  // Nothing but the kernel's out-of-memory killer ends PID 1 of a container from outside.
  [[nodiscard]] Ruling lost() const override { return {result::Verdict::kMLE, "container"}; }

 private:
  std::string socket_;
  sandbox::Pause pause_;
  std::unique_ptr<sandbox::Sandbox> box_;
};

std::optional<Nanos> deadline(const Flags& flags) {
  if (!flags.has("--deadline")) return std::nullopt;
  const std::string text = flags.get("--deadline");
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 1) {
    throw Error(ErrorKind::kUsage, "--deadline is a number of seconds, not " + text);
  }
  return std::chrono::seconds(seconds);
}

}  // namespace

int role_judge(const Arguments& arguments) {
  const Flags flags(arguments,
                    {"--bundle=",
                     "--digest=",
                     "--build=",
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
    options.deadline = deadline(flags);
    options.cases = flags.all("--case");
    options.fail_fast = flags.has("--fail-fast");
    const VerifiedBundle bundle =
        read_verified_bundle(files, flags.required("--bundle"), flags.required("--digest"));
    const sandbox::Pause pause = [&](Nanos time) { interrupt.pause(time); };
    const std::unique_ptr<sandbox::Sandbox> build =
        sandbox::connect(flags.required("--build"), kConnectTimeout, pause);
    PodSandbox sandbox(flags.required("--sandbox"), pause);
    const auto sources = read_verified_sources(files, kSources, bundle.manifest);
    const auto solution = sources.find(bundle.manifest.recipe.solution_file);
    judge_bundle(bundle,
                 solution == sources.end() ? "" : solution->second,
                 options,
                 {*build, sandbox, pod_places()},
                 clock,
                 interrupt,
                 journal);
  } catch (const Interrupted&) {
    journal.finish(false);
  } catch (const Error& error) {
    journal.failed(error);
  }
  return 0;  // the report says what happened; a container that fails would say less
}

}  // namespace algo::judge
