#include "commands.h"

#include <array>

namespace algo {
namespace {

constexpr std::size_t kManyRuns = 1000;
constexpr FlagInfo kLast{"last", "", "", "The newest run of the namespace"};
constexpr FlagInfo kAllNamespaces{"all-namespaces", "A", "", "In all namespaces"};
constexpr FlagInfo kSelector{"selector", "l", "LABELS", "Only runs with these labels"};
constexpr FlagInfo kNamesOnly{"output", "o", "FORMAT", "name: print job.batch/NAME alone"};
constexpr FlagInfo kResultFile{"result-file", "", "FILE", "Keep the report in this file"};
constexpr FlagInfo kCleanup{
    "cleanup", "", "WHEN", "Delete the run: success (once its result is here), always, never"};
constexpr FlagInfo kCancelOnInterrupt{
    "cancel-on-interrupt", "", "", "Ctrl-C deletes the run (default: it goes on)"};

// Where a pod runs, and from what.
constexpr FlagInfo kImage{
    "image", "", "IMAGE", "Image with the language's toolchain, in place of the bundle's"};
constexpr FlagInfo kRunnerImage{
    "runner-image", "", "IMAGE", "Image that holds algo-judge, in place of runner.yaml"};
constexpr FlagInfo kServiceAccount{"service-account", "", "NAME", "The pod's service account"};
constexpr FlagInfo kPullSecret{
    "pull-secret", "", "NAME", "Secret to pull the image with; may be given several times"};
constexpr FlagInfo kNodeSelector{
    "node-selector", "", "KEY=VALUE", "Only on such nodes; may be given several times"};
constexpr FlagInfo kToleration{
    "toleration", "", "TAINT", "KEY[=VALUE][:EFFECT]; may be given several times"};
constexpr FlagInfo kPriorityClass{"priority-class", "", "NAME", "The pod's priority class"};
constexpr FlagInfo kRuntimeClass{
    "runtime-class", "", "NAME", "The pod's runtime class, e.g. gvisor"};

const CommandInfo kRun{
    "run",
    "[BUNDLE|PROBLEM]",
    1,
    "Judge a bundle, in a cluster or on this machine",
    "Without BUNDLE: the bundle in this folder. Its files are checked against their digests "
    "first.\n"
    "A PROBLEM is built as by `build` first, and its bundle not kept.\n"
    "In a cluster the bundle becomes a Job; its cases are shown as they are judged, and its\n"
    "verified report comes back. Nothing is left behind.\n"
    "The exit code is the verdict: 0 accepted, 1 not accepted; 3 refused by the cluster, 4 could\n"
    "not start, 5 infrastructure lost, 6 timed out waiting, 7 result incomplete.",
    {"# Judge the bundle here in the cluster of the current context",
     "run",
     "# On this machine",
     "run --local",
     "# As JUnit XML, for a CI system",
     "run two-sum.bundle -n judging -o junit",
     "# Leave it to the cluster; `attach --last` comes back to it",
     "run two-sum.bundle --detach"},
    with_connection({
        {"local", "", "", "Judge on this machine"},
        kCaseFlag,
        kFailFastFlag,
        {"runs",
         "",
         "N",
         "With --local: run each case N times and show how far its times are apart"},
        {"result-file", "", "FILE", "Where the report is kept (default: in the bundle)"},
        kFormatFlag,
        {"detach", "", "", "Submit the run, print its name and leave"},
        kCleanup,
        kCancelOnInterrupt,
        {"dry-run", "", "MODE", "none, client (print the objects) or server (ask for admission)"},
        {"schedule-timeout", "", "DURATION", "Give up when no node takes the pod (default: never)"},
        {"wait-quota", "", "", "Wait while a quota is exhausted"},
        {"if-running",
         "",
         "WHAT",
         "The same bundle is being judged: ask (default), attach to that, or again"},
        kImage,
        {"image-mode",
         "",
         "IMAGE",
         "Image made of the bundle's Dockerfile: nothing is compiled in the cluster"},
        kRunnerImage,
        kServiceAccount,
        kPullSecret,
        kNodeSelector,
        kToleration,
        kPriorityClass,
        kRuntimeClass,
        {"queue", "", "NAME", "Kueue's local queue, which then starts the run"},
        {"qos", "", "CLASS", "burstable (default) or guaranteed (requests = limits)"},
        {"patch", "", "JSON", "Merge patch (object) or JSON patch (array) of the Job"},
        kColorFlag,
        kHelpFlag,
    })};

const CommandInfo kAttach{
    "attach",
    "[RUN]",
    1,
    "Follow a run that was left",
    "Shows its cases from the first one on, and ends like `run`.",
    {"attach two-sum-k7m2q9x4aa", "# The newest one", "attach --last"},
    with_connection(
        {kLast, kResultFile, kFormatFlag, kCleanup, kCancelOnInterrupt, kColorFlag, kHelpFlag})};

const CommandInfo kLogs{
    "logs",
    "[RUN]",
    1,
    "Print the log of a run's container",
    "",
    {"# What the judge wrote, frame by frame",
     "logs --last",
     "# What the compiler's side said",
     "logs two-sum-k7m2q9x4aa -c build",
     "# As it is written",
     "logs --last -f"},
    with_connection({kLast,
                     {"container", "c", "NAME", "judge (default), build or sandbox"},
                     {"follow", "f", "", "Go on until the container has ended"},
                     kColorFlag,
                     kHelpFlag})};

const CommandInfo kResult{
    "result",
    "[RUN]",
    1,
    "Fetch the report of a run that has ended",
    "Verified as by `run`; the exit code is the verdict.",
    {"result two-sum-k7m2q9x4aa -o json"},
    with_connection({kLast, kResultFile, kFormatFlag, kColorFlag, kHelpFlag})};

const CommandInfo kRuns{
    "runs",
    "",
    0,
    "List the runs of a namespace",
    "",
    {"runs", "# All that judge two-sum, anywhere", "runs -A -l problem-id=two-sum"},
    with_connection({kSelector,
                     kAllNamespaces,
                     {"output", "o", "FORMAT", "Output format: table, json, yaml or name"},
                     kColorFlag,
                     kHelpFlag})};

const CommandInfo kCancel{
    "cancel",
    "[RUN…]",
    kManyRuns,
    "Stop runs that go on, and delete them",
    "",
    {"cancel two-sum-k7m2q9x4aa",
     "cancel --last",
     "# All that judge two-sum and have not ended",
     "cancel -l problem-id=two-sum"},
    with_connection({kLast, kSelector, kAllNamespaces, kNamesOnly, kColorFlag, kHelpFlag})};

const CommandInfo kDelete{
    "delete",
    "[RUN…]",
    kManyRuns,
    "Delete runs, whatever their state",
    "",
    {"delete two-sum-k7m2q9x4aa", "# Everywhere", "delete -A -l problem-id=two-sum"},
    with_connection({kLast, kSelector, kAllNamespaces, kNamesOnly, kColorFlag, kHelpFlag})};

const CommandInfo kGc{
    "gc",
    "",
    0,
    "Delete old runs and what a lost laptop left",
    "Runs that ended, and those that were submitted but never let go, by age.",
    {"gc", "gc -A --older-than=24h --dry-run=client"},
    with_connection({{"older-than", "", "DURATION", "Only what is older (default: 1h)"},
                     kSelector,
                     kAllNamespaces,
                     {"dry-run", "", "MODE", "none or client (say what would go)"},
                     kColorFlag,
                     kHelpFlag})};

const CommandInfo kDoctor{
    "doctor",
    "",
    0,
    "Say whether this cluster can judge for you, and what is missing",
    "Looks at the server's version, your permissions, the namespace's Pod Security level, its\n"
    "quotas and its network policies, and at the nodes where you may. Changes nothing, but with\n"
    "--probe, which runs one short pod like those of runs, and deletes it, to see what protects a\n"
    "node from solutions. Exit code 3 when something is missing.",
    {"doctor -n judging",
     "# Would Landlock, seccomp and the rest hold on the nodes of this pool?",
     "doctor --probe --node-selector pool=judging",
     "# What to ask an administrator for",
     "doctor --role -n judging"},
    with_connection(
        {{"role", "", "", "Print the Role that you need, and its binding to you, as YAML"},
         {"probe", "", "", "Run one short pod and say what it finds"},
         kImage,
         kRunnerImage,
         kServiceAccount,
         kPullSecret,
         kNodeSelector,
         kToleration,
         kPriorityClass,
         kRuntimeClass,
         kColorFlag,
         kHelpFlag})};

}  // namespace

std::vector<FlagInfo> with_connection(std::vector<FlagInfo> flags) {
  constexpr std::array kFlags{
      FlagInfo{kFirstConnectionFlag, "", "FILE", "Path of the kubeconfig file"},
      FlagInfo{"context", "", "NAME", "The kubeconfig's context to use"},
      FlagInfo{"cluster", "", "NAME", "The kubeconfig's cluster to use"},
      FlagInfo{"user", "", "NAME", "The kubeconfig's user to use"},
      FlagInfo{"namespace", "n", "NAME", "The namespace"},
      FlagInfo{"server", "s", "URL", "The address of the API server"},
      FlagInfo{"tls-server-name", "", "NAME", "The name that the server's certificate must have"},
      FlagInfo{"insecure-skip-tls-verify", "", "", "Believe any certificate of the server"},
      FlagInfo{"certificate-authority", "", "FILE", "Certificates that the server's is checked by"},
      FlagInfo{"client-certificate", "", "FILE", "Client certificate to show"},
      FlagInfo{"client-key", "", "FILE", "Its key"},
      FlagInfo{"token", "", "TOKEN", "Bearer token to show"},
      FlagInfo{"username", "", "NAME", "User name of basic authentication"},
      FlagInfo{"password", "", "PASSWORD", "Its password"},
      FlagInfo{"as", "", "USER", "Act as this user"},
      FlagInfo{"as-uid", "", "UID", "Act as the user of this uid"},
      FlagInfo{"as-group", "", "GROUP", "Act as a member; may be given several times"},
      FlagInfo{"as-user-extra", "", "KEY=VALUE", "Act with this extra; may be given several times"},
      FlagInfo{"request-timeout", "", "DURATION", "Give up a single request after this time"},
      FlagInfo{"disable-compression", "", "", "Ask for no compressed answers"},
      FlagInfo{"verbosity", "v", "LEVEL", "6 shows every request with its time, 8 also the bodies"},
  };
  flags.insert(flags.end(), kFlags.begin(), kFlags.end());
  return flags;
}

const std::vector<CommandInfo>& cluster_commands() {
  static const std::vector<CommandInfo> kAll{
      kRun, kAttach, kRuns, kResult, kLogs, kCancel, kDelete, kGc, kDoctor};
  return kAll;
}

}  // namespace algo
