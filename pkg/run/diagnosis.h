#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace algo::run {

// How far a run's pod has come.
enum class Stage {
  kSuspended,  // held back: by ourselves, by a queue, or by a person
  kQueued,     // no pod yet
  kPending,    // a pod without a node
  kPulling,    // a node pulls the image
  kStarting,   // a node makes the containers
  kRunning,    // the judge runs
  kEnded,      // the judge has ended, or the pod
};

// How long to wait for what may still heal.
struct Patience {
  Nanos schedule{0};  // for a node; 0: for ever
  Nanos pull = std::chrono::minutes(2);
  Nanos configuration = std::chrono::seconds(10);  // for a ConfigMap that is missing, …
  Nanos quiet = std::chrono::seconds(15);  // in kStarting without a word before events are shown
  Nanos node = std::chrono::seconds(60);   // for a node that no longer answers, to be called lost
  bool wait_for_quota = false;
};

// What is known of a run: batch/v1 Job, its newest core/v1 Pod, and core/v1 Events of both, in any
// order. Objects are null while there is none. All hostile: fields may be missing or of any type.
struct Sighting {
  Json job{};
  bool job_deleted = false;
  Json pod{};
  bool pod_deleted = false;
  std::vector<Json> events{};
  // Bytes of memory that the largest node offers to pods (allocatable); 0 when that is not known.
  std::uint64_t largest_node = 0;
};

struct Standing {
  Stage stage = Stage::kQueued;
  // What is being waited for and why, in one line of printable text with the server's own words:
  // "0/3 nodes are available: 3 Insufficient memory"; "" when there is nothing to say.
  std::string waiting_for{};
  std::string node{};  // "" before the pod has one
  // Why it is no use to wait on: kRefused (permissions, Pod Security, quota), kEnvironment (image,
  // scheduling, configuration), kLost (node, eviction, deletion), kTimedOut.
  std::optional<Error> hopeless{};
};

struct Trouble;

// Turns what the cluster shows into what a person should know, and says when to give up.
class Diagnosis {
 public:
  // `run` is the Job's name; both for the commands in messages.
  Diagnosis(Patience patience, std::string run, std::string namespace_name);

  // To be asked at every change, and at least once a second because patience ends without a change.
  // `now` is Clock::monotonic().
  [[nodiscard]] Standing look(const Sighting& sighting, Nanos now);

 private:
  [[nodiscard]] bool out_of_patience(const Trouble& trouble, Nanos now);
  [[nodiscard]] Error hopeless(const Trouble& trouble, bool started) const;

  Patience patience_;
  std::string run_;
  std::string namespace_;
  std::map<std::string, Nanos> since_{};  // when the trouble of now was seen first
};

}  // namespace algo::run
