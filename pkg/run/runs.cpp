#include "run/runs.h"

#include "base/error.h"
#include "base/text.h"
#include "bundle/job.h"
#include "kube/watch_known.h"
#include "run/fields.h"
#include "run/options.h"
#include "run/pods.h"

#include <algorithm>
#include <map>

namespace algo::run {
namespace {

RunState state_of(const Json& job) {
  for (const char* end : {"Complete", "Failed", "SuccessCriteriaMet", "FailureTarget"}) {
    if (!true_condition(job, end).is_null()) return RunState::kEnded;
  }
  return field(job, "/spec/suspend") == true ? RunState::kSuspended : RunState::kRunning;
}

RunInfo info_of(Json job) {
  RunInfo info;
  info.name = kube::metadata_text(job, "name");
  info.namespace_name = kube::metadata_text(job, "namespace");
  info.created = kube::metadata_text(job, "creationTimestamp");
  info.problem = label_of(job, "problem-id");
  info.language = label_of(job, "language");
  info.digest = annotation_of(job, bundle::kDigestAnnotation);
  info.state = state_of(job);
  info.ever_started = !text_field(job, "/status/startTime").empty();
  info.job = std::move(job);
  return info;
}

// What the judge said at last, into the run that its pod belongs to.
void add_summary(RunInfo& run, const Json& pod) {
  const std::string summary = judge_summary(pod);
  if (summary.empty()) return;
  try {
    const Json json = parse_json(summary, "summary");
    run.verdict = json.at("verdict").get<std::string>();
    run.cases = std::to_string(json.at("accepted").get<std::uint64_t>()) + "/" +
                std::to_string(json.at("total").get<std::uint64_t>());
    run.state = RunState::kEnded;
  } catch (const Error&) {
    run.verdict = "?";
  } catch (const Json::exception&) {
    run.verdict = "?";
  }
}

std::string managed(const std::string& selector) {
  const std::string ours = std::string(kManagedLabel) + "=" + kManagedBy;
  return selector.empty() ? ours : ours + "," + selector;
}

}  // namespace

std::vector<RunInfo> list_runs(kube::Client& client,
                               const std::string& namespace_name,
                               const std::string& selector) {
  const kube::Selectors selectors{.labels = managed(selector), .fields = ""};
  const kube::Reply jobs = client.list(kube::kJobs, namespace_name, selectors);
  const kube::Reply pods = client.list(kube::kPods, namespace_name, selectors);
  std::vector<RunInfo> runs;
  std::map<std::string, std::size_t> by_id;
  for (const Json& job : jobs.object().at("items")) {
    by_id[label_of(job, kRunLabel)] = runs.size();
    runs.push_back(info_of(job));
  }
  for (const Json& pod : pods.object().at("items")) {
    const auto run = by_id.find(label_of(pod, kRunLabel));
    if (run != by_id.end()) add_summary(runs[run->second], pod);
  }
  std::sort(runs.begin(), runs.end(), [](const RunInfo& a, const RunInfo& b) {
    return a.created != b.created ? a.created > b.created : a.name < b.name;
  });
  return runs;
}

RunInfo find_run(const Place& place, const std::string& name) {
  std::vector<RunInfo> runs = list_runs(place.client, place.namespace_name, "");
  if (name.empty() && !runs.empty()) return runs.front();
  std::vector<std::string> names;
  for (RunInfo& run : runs) {
    if (run.name == name) return std::move(run);
    names.push_back(run.name);
  }
  const std::vector<std::string> near = nearest(name, names);
  throw Error(ErrorKind::kInput,
              name.empty() ? "there are no runs in namespace \"" + place.namespace_name + "\""
                           : "there is no run \"" + printable(name) + "\" in namespace \"" +
                                 place.namespace_name + "\"",
              "",
              near.empty() ? "" : "did you mean " + join(near, " or ") + "?");
}

std::vector<RunInfo> leftovers(std::vector<RunInfo> runs, const std::string& ended_before) {
  std::erase_if(runs, [&](const RunInfo& run) {
    const std::string ended = text_field(run.job, "/status/completionTime");
    const std::string& since = ended.empty() ? run.created : ended;
    const bool queued = !label_of(run.job, kQueueLabel).empty();
    const bool useless = run.state == RunState::kEnded ||
                         (run.state == RunState::kSuspended && !run.ever_started && !queued);
    return !useless || since >= ended_before;
  });
  return runs;
}

}  // namespace algo::run
