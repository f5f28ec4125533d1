#include "cluster.h"

#include "base/text.h"
#include "kube/logged_transport.h"
#include "run/options.h"

namespace algo {
namespace {

// How long an API server that restarts may refuse connections.
constexpr Nanos kPatience = std::chrono::seconds(10);

kube::ClientSettings client_settings(const kube::RestConfig& config) {
  kube::ClientSettings settings;
  settings.field_manager = run::kFieldManager;
  settings.identity_label = run::kRunLabel;
  settings.rules.timeout = config.request_timeout;
  settings.rules.refused_for = kPatience;
  return settings;
}

}  // namespace

Cluster::Cluster(World& world, const kube::ConnectionFlags& flags)
    : world_(world),
      flags_(flags),
      config_(kube::resolve_rest_config(flags, world.environment.all(), world.files)),
      transport_(
          kube::log_requests(world.connections.open(config_, tolerated_),
                             world.clock,
                             flags.verbosity,
                             config_.server + config_.path_prefix,
                             [&world](const std::string& text) { world.err.write(text + "\n"); })),
      client_(*transport_,
              world.clock,
              client_settings(config_),
              world.random,
              [&world](const std::string& text) {
                world.err.write("warning: " + printable(text) + "\n");
              }) {
  for (const std::string& warning : config_.warnings) {
    world.err.write("warning: " + printable(warning) + "\n");
  }
}

run::Place Cluster::place() {
  return {client_, config_.namespace_name, [this] { tolerated_ = world_.interrupts.count(); }};
}

run::Line Cluster::line() {
  return {*transport_, world_.clock, world_.random};
}

std::string Cluster::where() const {
  const std::string server =
      config_.context_name.empty() ? config_.server : "context " + config_.context_name;
  return printable(server + ", namespace " + config_.namespace_name);
}

std::string Cluster::flags_again() const {
  std::string text = " -n " + config_.namespace_name;
  if (!flags_.context.empty()) text += " --context=" + flags_.context;
  if (!flags_.kubeconfig.empty()) text += " --kubeconfig=" + flags_.kubeconfig;
  return text;
}

}  // namespace algo
