#include "base/text.h"
#include "run/fields.h"
#include "run/probe.h"

#include <algorithm>

namespace algo::run {
namespace {

Observation good(const char* subject, const std::string& text) {
  return {Finding::kGood, subject, text};
}
Observation note(const char* subject, const std::string& text) {
  return {Finding::kNote, subject, text};
}
Observation bad(const char* subject, const std::string& text) {
  return {Finding::kBad, subject, text};
}

std::string word(const Json& facts, const char* path) {
  return one_line(text_field(facts, path));
}

Observation place(const Json& facts, const std::string& node) {
  return good("probed", one_line(node) + ": " + word(facts, "/kernel"));
}

Observation landlock(const Json& facts) {
  const long abi = number_field(facts, "/landlock", 0);
  if (abi > 0) return good("landlock", "ABI " + std::to_string(abi));
  return note(
      "landlock",
      "off: the node's kernel has none, or it is not in the boot parameter lsm=. A solution "
      "can then read the files of its image, and its own build; uids, seccomp and the "
      "read-only root hold. It came with Linux 5.13");
}

// The container runtime's filter comes before the sandbox's own; both count.
Observation seccomp(const Json& facts) {
  const bool runtime = text_field(facts, "/seccomp") == "2";
  const std::string own = word(facts, "/protections/seccomp");
  if (!own.starts_with("on")) {
    return bad("seccomp",
               "the sandbox cannot filter system calls: " + (own.empty() ? "unknown" : own) +
                   "; solutions could reach for the network: use another node or runtime class");
  }
  if (runtime) return good("seccomp", "the runtime's filter, and the sandbox's");
  return note("seccomp",
              "only the sandbox's; the runtime ignores seccompProfile RuntimeDefault on this node");
}

Observation privileges(const Json& facts) {
  const bool none = field(facts, "/noNewPrivileges") == true &&
                    text_field(facts, "/capabilities").find_first_not_of('0') == std::string::npos;
  if (none) return good("privileges", "no_new_privs, no capability can be had");
  return bad("privileges",
             "the runtime left some: no_new_privs " +
                 std::string(field(facts, "/noNewPrivileges") == true ? "on" : "off") +
                 ", capabilities " + word(facts, "/capabilities") +
                 "; is the runtime class privileged?");
}

Observation root(const Json& facts) {
  if (field(facts, "/readOnlyRoot") == true) return good("root", "read-only");
  return note("root", "can be written, though readOnlyRootFilesystem is asked for");
}

Observation user_namespaces(const Json& facts) {
  const std::string text = word(facts, "/userNamespaces");
  if (text.starts_with("refused")) return good("namespaces", "user namespaces are " + text);
  return note("namespaces",
              "the pod may make user namespaces (" + (text.empty() ? "unknown" : text) +
                  "); the sandbox's filter refuses them to solutions all the same");
}

Observation memory(const Json& facts) {
  const long version = number_field(facts, "/cgroup", 0);
  const std::string group = word(facts, "/oomGroup");
  const std::string cgroup = "cgroup v" + std::to_string(version);
  if (version == 2 && group == "1") {
    return good("memory",
                cgroup +
                    ", memory.oom.group 1: past its limit the whole sandbox ends, the case is "
                    "MLE, and judging goes on when it is back (1 s, then 12 s and 23 s)");
  }
  return good("memory", cgroup + ": past its limit the largest process ends, and the case is MLE");
}

Observation processes(const Json& facts) {
  const std::string max = word(facts, "/pidsMax");
  const bool number = !max.empty() && max.find_first_not_of("0123456789") == std::string::npos;
  if (number) return good("processes", "at most " + max + " in a container");
  return note("processes",
              "no limit of the container's is to be seen; RLIMIT_NPROC holds, for a uid that no "
              "other run has. The kubelet's podPidsLimit is the stronger wall");
}

// Solutions cannot open sockets; a policy is the second wall.
Observation network(const Json& facts) {
  const std::string text = word(facts, "/network");
  if (text.starts_with("closed")) return good("network", "the API server is out of reach, " + text);
  return note("network",
              (text.empty() ? std::string("unknown") : "open: pods reach the API server") +
                  "; solutions have no sockets all the same. A NetworkPolicy that denies all needs "
                  "a CNI plugin that enforces it");
}

Observation clock(const Json& facts, const Between& written) {
  using std::chrono::milliseconds;
  const Json& time = field(facts, "/time");
  if (!time.is_number_integer()) return note("clock", "unknown");
  const milliseconds theirs(time.get<std::int64_t>());
  const auto early = std::chrono::duration_cast<milliseconds>(written.earliest.time_since_epoch());
  const auto late = std::chrono::duration_cast<milliseconds>(written.latest.time_since_epoch());
  const milliseconds behind = early - theirs;
  const milliseconds ahead = theirs - late;
  const milliseconds off = std::max({behind, ahead, milliseconds(0)});
  if (off == milliseconds(0)) {
    return good("clock", "agrees with this machine's, to " + human_duration(late - early));
  }
  const std::string text = "the node's is " + human_duration(off) +
                           (ahead > behind ? " ahead of" : " behind") + " this machine's";
  if (off < std::chrono::seconds(5)) return good("clock", text);
  return note("clock",
              text + "; results do not depend on it, `gc --older-than` does: set it (NTP)");
}

// What is off of what the sandbox says of itself, and has no line above.
Observation sandbox(const Json& facts) {
  std::vector<std::string> off;
  const Json& protections = field(facts, "/protections");
  if (!protections.is_object() || protections.empty()) return bad("sandbox", "it said nothing");
  for (const auto& [name, value] : protections.items()) {
    // A pod's container is its namespace already.
    if (name == "landlock" || name == "seccomp" || name == "namespaces") continue;
    const std::string text = value.is_string() ? one_line(value.get<std::string>()) : "?";
    if (!text.starts_with("on")) off.push_back(one_line(name) + " " + text);
  }
  if (off.empty()) return good("sandbox", "uid, no_new_privs, kill and process limits hold");
  return bad("sandbox", join(off, "; "));
}

}  // namespace

std::vector<Observation> probe_findings(const Json& facts,
                                        const std::string& node,
                                        const Between& written) {
  return {place(facts, node),
          sandbox(facts),
          landlock(facts),
          seccomp(facts),
          privileges(facts),
          root(facts),
          user_namespaces(facts),
          memory(facts),
          processes(facts),
          network(facts),
          clock(facts, written)};
}

}  // namespace algo::run
