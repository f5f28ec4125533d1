#pragma once

#include "run/objects.h"
#include "run/submit.h"

#include <string>
#include <vector>

namespace algo::run {

// Native sidecars, which the pod is made of, are on by default from Kubernetes 1.29 on (KEP-753).
[[nodiscard]] bool is_new_enough(const kube::ServerVersion& version);

// Everything that a run needs to be allowed in its namespace, from submitting to clean-up.
[[nodiscard]] const std::vector<kube::Access>& needed_access();

// What a Role should give: that, and the events, without which nobody can say why a run waits.
[[nodiscard]] std::vector<kube::Access> role_access();

// Those of needed_access() that the caller does not have.
[[nodiscard]] std::vector<kube::Access> missing_access(const Place& place);

// "create jobs.batch", "get pods/log"
[[nodiscard]] std::string access_text(const kube::Access& access);

// A Role with these rights, and a RoleBinding of it to `user`, for an administrator to apply.
[[nodiscard]] std::vector<Json> role_with(const std::vector<kube::Access>& rights,
                                          const std::string& namespace_name,
                                          const std::string& user);

// Asks the server everything that would stop the run, before anything is created: its version, the
// permissions, and dry runs of the Job and of its pod, for which Pod Security, quota and limit
// ranges speak. Throws Error(kRefused) for the first kind of trouble, all of that kind together;
// `program` is for the command in the message.
void preflight(const Place& place, const Objects& objects, const std::string& program);

}  // namespace algo::run
