#pragma once

#include "kube/client.h"
#include "run/objects.h"

#include <functional>
#include <string>

namespace algo::run {

// Where runs live.
struct Place {
  kube::Client& client;
  std::string namespace_name;
  // Ctrl-C makes every request fail; this lets those through that come after.
  std::function<void()> go_on;
};

// Creates the suspended Job, then the ConfigMaps as its own, then lets the Job go, or leaves that
// to its queue. Whenever this stops half-way, also by a lost machine, what is there belongs to the
// one suspended Job; when it can, it takes that away itself. Returns the Job as the server has it.
// Throws Error: refusals, lost connections, an interruption.
[[nodiscard]] Json submit(const Place& place, const Objects& objects);

// Deletes the Job and with it everything that belongs to it. The uid keeps another Job of the same
// name safe; "" for whichever there is. False when there was none.
bool remove_run(const Place& place, const std::string& name, const std::string& uid);

}  // namespace algo::run
