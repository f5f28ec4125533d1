#include "base/error.h"
#include "base/text.h"
#include "command_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace algo {
namespace {

using std::chrono::nanoseconds;

int verbosity(const CommandLine& line) {
  if (!line.has("verbosity")) return 0;
  const std::string text = line.get("verbosity");
  int level = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), level);
  if (error != std::errc{} || end != text.data() + text.size() || level < 0 || level > 99) {
    usage_error("-v=" + printable(text), "not a level", "6 shows requests, 8 bodies");
  }
  return level;
}

kube::ConnectionFlags connection(const CommandLine& line) {
  kube::ConnectionFlags flags;
  flags.kubeconfig = line.get("kubeconfig");
  flags.context = line.get("context");
  flags.cluster = line.get("cluster");
  flags.user = line.get("user");
  flags.namespace_name = line.get("namespace");
  flags.server = line.get("server");
  flags.tls_server_name = line.get("tls-server-name");
  flags.insecure_skip_tls_verify = line.has("insecure-skip-tls-verify");
  flags.certificate_authority = line.get("certificate-authority");
  flags.client_certificate = line.get("client-certificate");
  flags.client_key = line.get("client-key");
  flags.token = line.get("token");
  flags.username = line.get("username");
  flags.password = line.get("password");
  flags.as = line.get("as");
  flags.as_uid = line.get("as-uid");
  flags.as_groups = line.all("as-group");
  flags.as_user_extra = line.all("as-user-extra");
  flags.request_timeout = line.get("request-timeout");
  flags.disable_compression = line.has("disable-compression");
  flags.verbosity = verbosity(line);
  return flags;
}

nanoseconds duration(const CommandLine& line, const std::string& flag, nanoseconds otherwise) {
  if (!line.has(flag)) return otherwise;
  const std::optional<nanoseconds> parsed = parse_duration(line.get(flag));
  if (!parsed) {
    usage_error("--" + flag + "=" + line.get(flag), "not a duration", "for example 30s or 2m");
  }
  return *parsed;
}

std::pair<std::string, std::string> key_value(const std::string& flag, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos) {
    usage_error("--" + flag + "=" + text, "it takes KEY=VALUE", "");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

// "KEY=VALUE:EFFECT", as kubectl taint writes it; without "=VALUE" any value, without ":EFFECT" any
// effect.
Json toleration(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string taint = text.substr(0, colon);
  const std::size_t equals = taint.find('=');
  Json made{{"key", taint.substr(0, equals)}};
  if (taint.empty() || equals == 0) usage_error("--toleration=" + text, "it has no key", "");
  made["operator"] = equals == std::string::npos ? "Exists" : "Equal";
  if (equals != std::string::npos) made["value"] = taint.substr(equals + 1);
  if (colon != std::string::npos) made["effect"] = text.substr(colon + 1);
  return made;
}

Json patch(const CommandLine& line) {
  if (!line.has("patch")) return {};
  try {
    Json json = parse_json(line.get("patch"), "--patch");
    if (json.is_object() || json.is_array()) return json;
  } catch (const Error& error) {
    usage_error("--patch is no JSON", error.what(), "");
  }
  usage_error("--patch is neither an object nor an array", "", line.help());
}

// An image of a bundle has the judge and the solution; no other one goes with it.
void check_image_mode(const CommandLine& line) {
  for (const char* other : {"image", "runner-image"}) {
    if (!line.has("image-mode") || !line.has(other)) continue;
    usage_error(std::string("--image-mode goes without --") + other,
                "the image built from the bundle's Dockerfile is the only one then",
                line.help());
  }
}

run::Options options(const CommandLine& line) {
  check_image_mode(line);
  run::Options options;
  options.image = line.get("image");
  options.bundle_image = line.get("image-mode");
  options.runner_image = line.get("runner-image");
  options.service_account = line.get("service-account");
  options.pull_secrets = line.all("pull-secret");
  for (const std::string& text : line.all("node-selector")) {
    options.node_selector.push_back(key_value("node-selector", text));
  }
  for (const std::string& text : line.all("toleration")) {
    options.tolerations.push_back(toleration(text));
  }
  options.priority_class = line.get("priority-class");
  options.runtime_class = line.get("runtime-class");
  options.queue = line.get("queue");
  if (line.has("qos")) {
    options.guaranteed = choice<bool>(line, "qos", {{"burstable", false}, {"guaranteed", true}});
  }
  options.patch = patch(line);
  return options;
}

DryRun dry_run(const CommandLine& line, bool server) {
  if (!line.has("dry-run")) return DryRun::kNone;
  std::vector<std::pair<std::string, DryRun>> known{{"none", DryRun::kNone},
                                                    {"client", DryRun::kClient}};
  if (server) known.emplace_back("server", DryRun::kServer);
  return choice<DryRun>(line, "dry-run", known);
}

ClusterOp cluster(const CommandLine& line) {
  ClusterOp op;
  op.connection = connection(line);
  op.options = options(line);
  if (line.has("cleanup")) {
    op.cleanup = choice<Cleanup>(
        line,
        "cleanup",
        {{"success", Cleanup::kSuccess}, {"always", Cleanup::kAlways}, {"never", Cleanup::kNever}});
  }
  op.dry_run = dry_run(line, true);
  if (line.has("if-running")) {
    op.if_running = choice<IfRunning>(
        line,
        "if-running",
        {{"ask", IfRunning::kAsk}, {"attach", IfRunning::kAttach}, {"again", IfRunning::kAgain}});
  }
  op.detach = line.has("detach");
  op.cancel_on_interrupt = line.has("cancel-on-interrupt");
  op.wait_for_quota = line.has("wait-quota");
  op.schedule_timeout = duration(line, "schedule-timeout", {});
  return op;
}

std::string first_argument(const CommandLine& line) {
  return line.arguments.empty() ? "" : line.arguments.front();
}

// On this machine the flags of a cluster mean nothing, and whoever gives one expects that it does.
void refuse_cluster_flags(const CommandLine& line) {
  constexpr std::array<std::string_view, 8> kLocal{
      "local", "case", "fail-fast", "runs", "result-file", "output", "color", "help"};
  for (const auto& [flag, values] : line.flags) {
    if (std::find(kLocal.begin(), kLocal.end(), flag) != kLocal.end()) continue;
    usage_error("--local goes without --" + flag, "that is for a run in a cluster", line.help());
  }
}

Op run_op(const CommandLine& line) {
  if (!line.has("local") && line.has("runs")) {
    usage_error("--runs is for judging on this machine",
                "a run in a cluster runs each case once",
                line.program + " run BUNDLE --local --runs=N");
  }
  if (!line.has("local")) return RunOp{first_argument(line), judging_of(line), cluster(line)};
  refuse_cluster_flags(line);
  return RunOp{first_argument(line), judging_of(line), std::nullopt};
}

RunName run_name(const CommandLine& line) {
  const std::string name = first_argument(line);
  if (name.empty() == !line.has("last")) {
    usage_error(std::string(line.command->name) + " needs a RUN, or --last",
                name.empty() ? "" : "not both",
                line.program + " runs, or " + line.help());
  }
  return {name, line.has("last")};
}

// Names, the newest, or labels: one of the three.
RemoveOp remove_op(const CommandLine& line) {
  RemoveOp op;
  op.names = line.arguments;
  op.last = line.has("last");
  op.selector = line.get("selector");
  op.all_namespaces = line.has("all-namespaces");
  op.live_only = line.command->name == "cancel";
  const int ways = (op.names.empty() ? 0 : 1) + (op.last ? 1 : 0) + (op.selector.empty() ? 0 : 1);
  if (ways != 1) {
    usage_error(std::string(line.command->name) + " needs RUNs, --last or -l LABELS",
                ways == 0 ? "" : "one of the three",
                line.program + " runs, or " + line.help());
  }
  if (op.all_namespaces && op.selector.empty()) {
    usage_error("-A goes with -l LABELS", "a name is a run of one namespace", line.help());
  }
  if (line.has("output")) op.names_only = choice<bool>(line, "output", {{"name", true}});
  op.connection = connection(line);
  return op;
}

DoctorOp doctor_op(const CommandLine& line) {
  const DoctorOp op{line.has("role"), line.has("probe"), options(line), connection(line)};
  if (op.role && op.probe) usage_error("--role goes without --probe", "", line.help());
  return op;
}

}  // namespace

Op make_cluster_op(const CommandLine& line) {
  const std::string_view name = line.command->name;
  if (name == "run") return run_op(line);
  if (name == "attach") return AttachOp{run_name(line), judging_of(line), cluster(line)};
  if (name == "logs") {
    return LogsOp{run_name(line), line.get("container"), line.has("follow"), connection(line)};
  }
  if (name == "result") return ResultOp{run_name(line), judging_of(line), connection(line)};
  if (name == "runs") {
    return RunsOp{line.get("selector"),
                  line.has("all-namespaces"),
                  format_of(line, "name", Format::kName),
                  connection(line)};
  }
  if (name == "doctor") return doctor_op(line);
  if (name == "gc") {
    return GcOp{duration(line, "older-than", std::chrono::hours(1)),
                line.get("selector"),
                line.has("all-namespaces"),
                dry_run(line, false),
                connection(line)};
  }
  return remove_op(line);
}

}  // namespace algo
