#include "cluster_run.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
#include "bundle/job.h"
#include "kept_result.h"
#include "kube/watch_known.h"
#include "run/fields.h"
#include "run/options.h"

namespace algo {
namespace {

[[noreturn]] void not_this_run(const std::string& what) {
  throw Error(ErrorKind::kIncomplete,
              "the result that arrived is not this run's",
              what,
              "judge again; if it happens again, something between the node and here changes logs");
}

// The termination message takes another way than the log: what both say is true.
void check_against_summary(const std::string& summary, const std::string& sha256) {
  if (summary.empty()) return;
  try {
    const Json json = parse_json(summary, "the termination message");
    const std::string said = json.at("sha256").get<std::string>();
    if (said != sha256) {
      not_this_run("its sha256 is " + sha256 + ", the pod's termination message says " +
                   printable(said));
    }
  } catch (const Json::exception& error) {
    not_this_run(std::string("the pod's termination message cannot be read: ") + error.what());
  }
}

// False when that failed, which the person is told.
bool remove_quietly(Cluster& cluster, const Json& job, World& world) {
  const std::string name = kube::metadata_text(job, "name");
  try {
    run::remove_run(cluster.place(), name, kube::metadata_text(job, "uid"));
    return true;
  } catch (const Error& error) {
    world.err.write("warning: the run could not be deleted: " + std::string(error.what()) +
                    (error.why().empty() ? "" : ": " + error.why()) + "\n         " +
                    world.program + " delete " + name + cluster.flags_again() + "\n");
    return false;
  }
}

// The person has stopped following.
void leave(World& world, Cluster& cluster, const Json& job, const Following& how) {
  cluster.place().go_on();
  if (how.cancel_on_interrupt) {
    world.err.write("\n  stopped following\n");
    if (remove_quietly(cluster, job, world)) world.err.write("  the run is deleted\n");
    return;
  }
  world.err.write("\n  stopped following; the run goes on\n" +
                  ways_back(world, cluster, kube::metadata_text(job, "name")));
}

// Whether the Job is still there; when that cannot be asked, it probably is.
bool is_there(Cluster& cluster, const Json& job) {
  try {
    cluster.place().go_on();
    return !cluster.client()
                .get(kube::kJobs, cluster.namespace_name(), kube::metadata_text(job, "name"))
                .is("NotFound");
  } catch (const Error&) {
    return true;
  }
}

// Nobody can look at a run that was deleted.
void after_failure(World& world, Cluster& cluster, const Json& job, const Following& how) {
  if (how.cleanup == Cleanup::kAlways) {
    remove_quietly(cluster, job, world);
    return;
  }
  if (!is_there(cluster, job)) return;
  const std::string name = kube::metadata_text(job, "name");
  world.err.write("  run " + name + " is kept for a look:\n    kubectl describe jobs,pods -l " +
                  run::kRunLabel + "=" + run::label_of(job, run::kRunLabel) +
                  cluster.flags_again() + "\n  and deleted by:\n    " + world.program + " delete " +
                  name + cluster.flags_again() + "\n");
}

Judged follow_to_result(World& world,
                        Cluster& cluster,
                        const Json& job,
                        const Following& how,
                        Follower& follower,
                        RunTalk& talk) {
  const run::Line line = cluster.line();
  const run::Followed followed =
      run::follow(line, cluster.namespace_name(), job, how.patience, talk);
  talk.finish();
  if (const auto& failure = follower.failure()) throw Error(*failure);
  const std::string bytes = follower.report_bytes().value_or("");
  Judged judged = verified_report(bytes, followed.summary, job);
  if (judged.report.complete) talk.conclude();
  judged.ended_by = followed.ended_by;
  keep_result(world, how.result_file, bytes);
  return judged;
}

}  // namespace

std::string ways_back(const World& world, const Cluster& cluster, const std::string& name) {
  return "    back:    " + world.program + " attach " + name + cluster.flags_again() +
         "\n    cancel:  " + world.program + " cancel " + name + cluster.flags_again() + "\n";
}

Judged verified_report(const std::string& bytes, const std::string& summary, const Json& job) {
  Judged judged{result::parse_report(bytes, "the judge's report"), sha256_hex(bytes)};
  check_against_summary(summary, judged.sha256);
  const std::string name = kube::metadata_text(job, "name");
  if (!judged.report.run.empty() && judged.report.run != name) {
    not_this_run("it says that it is of run " + printable(judged.report.run));
  }
  const Json::json_pointer digest =
      Json::json_pointer("/metadata/annotations") / bundle::kDigestAnnotation;
  if (job.contains(digest) && job.at(digest) != judged.report.bundle_digest) {
    not_this_run("it is of the bundle " + printable(judged.report.bundle_digest));
  }
  return judged;
}

Judged follow_run(World& world,
                  Cluster& cluster,
                  const Json& job,
                  const Following& how,
                  Follower& follower,
                  RunTalk& talk) {
  try {
    Judged judged = follow_to_result(world, cluster, job, how, follower, talk);
    if (!judged.report.complete) {
      after_failure(world, cluster, job, how);
    } else if (how.cleanup != Cleanup::kNever) {
      remove_quietly(cluster, job, world);
    }
    return judged;
  } catch (const Error& error) {
    talk.finish();
    if (error.kind() == ErrorKind::kInterrupted) {
      leave(world, cluster, job, how);
    } else {
      after_failure(world, cluster, job, how);
    }
    throw;
  }
}

ExitCode follow_and_conclude(World& world,
                             Cluster& cluster,
                             const Json& job,
                             const Following& how,
                             const Conclusion& conclusion,
                             Follower& follower,
                             RunTalk& talk) {
  try {
    const Judged judged = follow_run(world, cluster, job, how, follower, talk);
    Conclusion shown = conclusion;
    shown.kept = how.result_file;
    if (const result::CaseResult* failure = result::first_failure(judged.report)) {
      shown.again = world.program + " test " + judged.report.problem + " --case " + failure->name;
    }
    return conclude(world, judged, shown);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInterrupted) throw;
    return ExitCode::kInterrupted;
  }
}

ExitCode attach_to(World& world,
                   Cluster& cluster,
                   const run::RunInfo& run,
                   const Following& how,
                   const Conclusion& conclusion) {
  Follower follower(
      world, conclusion.format, conclusion.color, cluster.where() + ", run " + run.name);
  RunTalk talk(world, conclusion.color, follower);
  talk.join();
  return follow_and_conclude(world, cluster, run.job, how, conclusion, follower, talk);
}

}  // namespace algo
