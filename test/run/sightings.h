#pragma once

#include "run/diagnosis.h"
#include "run/run_fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

// What a cluster may show of a run, and what the diagnosis makes of it.
namespace algo::run {

inline Json job(const Json& conditions = Json::array()) {
  Json made = test::stored_job();
  made["spec"]["suspend"] = false;
  made["status"] = {{"conditions", conditions}};
  return made;
}

inline Json condition(const char* type,
                      const char* status,
                      const char* reason,
                      const char* message = "") {
  return {{"type", type}, {"status", status}, {"reason", reason}, {"message", message}};
}

inline Json event(const char* reason,
                  const std::string& message,
                  int count = 1,
                  const char* type = "Warning") {
  return {{"type", type},
          {"reason", reason},
          {"message", message},
          {"count", count},
          {"lastTimestamp", "2024-01-02T03:04:05Z"}};
}

// A pod on a node whose container `name` is in this state.
inline Json pod_with(const char* name, const Json& state, const char* phase = "Pending") {
  Json pod = test::some_pod("p", nullptr, phase);
  const char* const kind =
      std::string(name) == "judge" ? "containerStatuses" : "initContainerStatuses";
  pod["status"][kind] = Json::array({{{"name", name}, {"state", state}}});
  return pod;
}

inline Json waiting(const char* reason, const char* message = "") {
  return {{"waiting", {{"reason", reason}, {"message", message}}}};
}

inline Json terminated(int code, const char* reason, const char* message = "") {
  return {{"terminated", {{"exitCode", code}, {"reason", reason}, {"message", message}}}};
}

inline Json unscheduled(const char* reason, const char* message) {
  Json pod = test::some_pod("p", nullptr, "Pending");
  pod["spec"].erase("nodeName");
  pod["status"]["conditions"] = Json::array({condition("PodScheduled", "False", reason, message)});
  return pod;
}

inline Json failed_pod(const char* reason, const char* message) {
  Json pod = test::some_pod("p", nullptr, "Failed");
  pod["status"]["reason"] = reason;
  pod["status"]["message"] = message;
  return pod;
}

inline Sighting sight(Json pod, std::vector<Json> events = {}) {
  return {.job = job(), .pod = std::move(pod), .events = std::move(events)};
}

// Looks at the same thing for so long, every second; when it gives up: after how many seconds, and
// what it says.
struct Verdict {
  int after = -1;
  ErrorKind kind = ErrorKind::kInternal;
  std::string what{};
  std::string why{};
  std::string next{};
  Standing last{};
};

inline Verdict watch(const Sighting& sighting, int seconds = 400, Patience patience = {}) {
  Diagnosis diagnosis(patience, "run-1", "demo");
  Verdict verdict;
  for (int i = 0; i <= seconds; ++i) {
    verdict.last = diagnosis.look(sighting, std::chrono::seconds(1000 + i));
    if (!verdict.last.hopeless) continue;
    const Error& error = *verdict.last.hopeless;
    return {i, error.kind(), error.what(), error.why(), error.next(), verdict.last};
  }
  return verdict;
}

struct Row {
  const char* name;
  Sighting sighting;
  int after;  // seconds; -1: waits for ever
  ErrorKind kind = ErrorKind::kInternal;
  const char* what = "";
  const char* why = "";
  const char* next = "";
};

inline void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Verdict verdict = watch(row.sighting);
    CHECK(verdict.after == row.after);
    CHECK(verdict.last.waiting_for.find(row.why) != std::string::npos);
    if (row.after < 0) continue;
    CHECK(verdict.kind == row.kind);
    CHECK(verdict.what.find(row.what) != std::string::npos);
    CHECK(verdict.why.find(row.why) != std::string::npos);
    CHECK(verdict.next.find(row.next) != std::string::npos);
  }
}

}  // namespace algo::run
