#include "run/submit.h"

#include "base/error.h"
#include "kube/watch_known.h"
#include "run/kept.h"

namespace algo::run {
namespace {

// Takes back what was made before `why` happened; whatever goes wrong here must not hide that.
Error withdrawn(const Place& place,
                const std::string& name,
                const std::string& uid,
                const Error& why) {
  try {
    place.go_on();
    remove_run(place, name, uid);
    return why;
  } catch (const Error&) {
    return {why.kind(),
            why.what(),
            why.why(),
            (why.next().empty() ? "" : why.next() + "; ") +
                (uid.empty() ? "its Job may stay" : "its Job stays") + " behind, suspended: " +
                "kubectl delete job " + name + " -n " + place.namespace_name};
  }
}

// Who stops waiting for the server's answer does not know whether there is a Job now. No other can
// have its name, which is random.
Json create_job(const Place& place, const Objects& objects) {
  try {
    return place.client.create(kube::kJobs, place.namespace_name, objects.job).object();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInterrupted) throw;
    throw withdrawn(place, objects.identity.name, "", error);
  }
}

Json release(const Place& place, const std::string& name) {
  return place.client
      .patch(kube::kJobs, place.namespace_name, name, {{"spec", {{"suspend", false}}}})
      .object();
}

}  // namespace

Json submit(const Place& place, const Objects& objects) {
  const Json job = create_job(place, objects);
  try {
    check_kept(objects.job, job);
    for (const Json& config_map : objects.config_maps) {
      static_cast<void>(
          place.client.create(kube::kConfigMaps, place.namespace_name, owned_by(config_map, job))
              .object());
    }
    const bool queued = objects.job.at("metadata").at("labels").contains(kQueueLabel);
    return queued ? job : release(place, objects.identity.name);
  } catch (const Error& error) {
    throw withdrawn(place, objects.identity.name, kube::metadata_text(job, "uid"), error);
  }
}

bool remove_run(const Place& place, const std::string& name, const std::string& uid) {
  const kube::Reply reply = place.client.remove(kube::kJobs, place.namespace_name, name, uid);
  return !reply.object().empty();
}

}  // namespace algo::run
