#include "probe.h"

#include "base/error.h"
#include "bundle/embedded.h"
#include "config.h"
#include "kube/watch_known.h"
#include "result/frame.h"
#include "run/preflight.h"
#include "run/probe.h"
#include "run/uids.h"
#include "screen.h"
#include "status_line.h"
#include "submission.h"

namespace algo {
namespace {

// Any problem will do: the pod is what matters, and a run of this one starts fastest.
constexpr const char* kProblem = "two-sum";
constexpr const char* kProbeLanguage = "python";

run::Objects objects_of(World& world, Cluster& cluster, run::Options options) {
  const LoadedProblem loaded = load(world, kProblem);
  const Submission submission = find_reference(loaded, kProbeLanguage);
  const bundle::Bundle bundle = bundle::make_bundle(loaded.problem,
                                                    *submission.language,
                                                    submission.text,
                                                    {},
                                                    bundle::embedded_runner(),
                                                    ALGO_VERSION);
  options.images_instead = images_instead(read_config(world.files, world.environment));
  run::Identity identity = run::make_identity("probe", world.random);
  if (const auto range = run::uid_range_of(cluster.place())) {
    identity.first_uid = run::pick_first_uid(*range, world.random);
  }
  return run::as_probe(run::make_objects(bundle.files, identity, options));
}

// Waits for the one frame that a probe writes.
class Listener final : public run::Audience {
 public:
  Listener(World& world, ColorWhen color)
      : world_(world), status_(world.err, screen_for(world.err, world.environment, color)) {}
  ~Listener() override { status_.show(""); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void on_standing(const run::Standing& standing) override {
    node_ = standing.node;
    const std::string& why = standing.waiting_for;
    status_.show("waiting for the probe's pod" + (why.empty() ? "" : ": " + why));
  }
  void on_frame(std::string_view line) override {
    reader_.feed(line, [this](const result::FrameEvent& event) {
      const auto* frame = std::get_if<result::Frame>(&event);
      if (frame == nullptr || frame->stream != "probe") return;
      facts_ = parse_json(frame->payload, "the probe's answer");
      came_ = world_.clock.calendar();
    });
  }
  void on_lost(std::uint64_t /*frames*/) override {}
  void on_restart() override { reader_ = {}; }
  void on_trouble(const std::string& /*text*/) override {}
  [[nodiscard]] bool has_result() const override { return !facts_.is_null(); }
  [[nodiscard]] bool is_cut_short() const override { return false; }

  [[nodiscard]] const Json& facts() const { return facts_; }
  [[nodiscard]] const std::string& node() const { return node_; }
  [[nodiscard]] std::chrono::system_clock::time_point came() const { return came_; }

 private:
  World& world_;
  StatusLine status_;
  result::FrameReader reader_{};
  Json facts_{};
  std::string node_{};
  std::chrono::system_clock::time_point came_{};
};

// The probe's Job, for as long as it is needed.
class Submitted {
 public:
  Submitted(World& world, Cluster& cluster, const run::Objects& objects)
      : world_(world), cluster_(cluster), job_(run::submit(cluster.place(), objects)) {}
  ~Submitted() {
    const std::string name = kube::metadata_text(job_, "name");
    try {
      cluster_.place().go_on();
      run::remove_run(cluster_.place(), name, kube::metadata_text(job_, "uid"));
    } catch (const Error& error) {
      world_.err.write("warning: the probe could not be deleted: " + std::string(error.what()) +
                       "\n         " + world_.program + " delete " + name + cluster_.flags_again() +
                       "\n");
    }
  }
  Submitted(const Submitted&) = delete;
  Submitted& operator=(const Submitted&) = delete;

  [[nodiscard]] const Json& job() const { return job_; }

 private:
  World& world_;
  Cluster& cluster_;
  Json job_;
};

}  // namespace

std::vector<run::Observation> probe(World& world,
                                    Cluster& cluster,
                                    const run::Options& options,
                                    ColorWhen color) {
  const run::Objects objects = objects_of(world, cluster, options);
  run::preflight(cluster.place(), objects, world.program);
  const auto begun = world.clock.calendar();
  const Submitted submitted(world, cluster, objects);
  Listener listener(world, color);
  const run::Line line = cluster.line();
  run::Patience patience;
  patience.schedule = std::chrono::minutes(1);
  static_cast<void>(
      run::follow(line, cluster.namespace_name(), submitted.job(), patience, listener));
  return run::probe_findings(listener.facts(), listener.node(), {begun, listener.came()});
}

}  // namespace algo
