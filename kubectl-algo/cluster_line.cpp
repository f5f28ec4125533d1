#include "base/error.h"
#include "base/text.h"
#include "command_line.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace algo {
namespace {

using std::chrono::nanoseconds;

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
  flags.as = line.get("as");
  flags.as_uid = line.get("as-uid");
  flags.as_groups = line.all("as-group");
  flags.as_user_extra = line.all("as-user-extra");
  flags.request_timeout = line.get("request-timeout");
  flags.disable_compression = line.has("disable-compression");
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

run::Options options(const CommandLine& line) {
  run::Options options;
  options.image = line.get("image");
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
  constexpr std::array<std::string_view, 7> kLocal{
      "local", "case", "fail-fast", "result-file", "output", "color", "help"};
  for (const auto& [flag, values] : line.flags) {
    if (std::find(kLocal.begin(), kLocal.end(), flag) != kLocal.end()) continue;
    usage_error("--local goes without --" + flag, "that is for a run in a cluster", line.help());
  }
}

Op run_op(const CommandLine& line) {
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

}  // namespace

Op make_cluster_op(const CommandLine& line) {
  const std::string_view name = line.command->name;
  if (name == "run") return run_op(line);
  if (name == "attach") return AttachOp{run_name(line), judging_of(line), cluster(line)};
  if (name == "logs") return LogsOp{run_name(line), line.get("container"), connection(line)};
  if (name == "result") return ResultOp{run_name(line), judging_of(line), connection(line)};
  if (name == "runs") {
    return RunsOp{line.get("selector"),
                  line.has("all-namespaces"),
                  format_of(line, "name", Format::kName),
                  connection(line)};
  }
  if (name == "doctor") return DoctorOp{line.has("role"), connection(line)};
  if (name == "gc") {
    return GcOp{duration(line, "older-than", std::chrono::hours(1)),
                line.has("all-namespaces"),
                dry_run(line, false),
                connection(line)};
  }
  return RemoveOp{run_name(line), name == "cancel", connection(line)};
}

}  // namespace algo
