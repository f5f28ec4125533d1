#pragma once

#include "base/json.h"

#include <functional>
#include <map>
#include <string>

namespace algo::kube {

enum class Change {
  kAdded,     // seen for the first time
  kModified,  // another resource version than before
  kDeleted,   // gone, or no longer selected
  kSynced,    // all objects that there were at the beginning have been told
};

struct WatchEvent {
  Change change = Change::kAdded;
  // For a deletion that was missed only metadata {name, namespace, uid}; null for kSynced.
  Json object{};
  bool final_state_known = true;
};

// metadata.KEY of an object, or "".
[[nodiscard]] std::string metadata_text(const Json& object, const char* key);

// Which objects the consumer of a watch has been told of. Turns lists and events into changes:
// nothing twice, nothing left out, also when a list replaces the events that were missed.
class KnownObjects {
 public:
  using Handler = std::function<void(const WatchEvent&)>;
  // An event ADDED or MODIFIED.
  void put(const Json& object, const Handler& on_change);
  void erase(const Json& object, const Handler& on_change);
  // A complete list: what is not in it is gone.
  void replace(const Json& items, const Handler& on_change);
  // Without telling anyone.
  void seed(const Json& object);

 private:
  struct Entry {
    std::string uid{};
    std::string version{};
    std::string name{};
    std::string namespace_name{};
  };
  [[nodiscard]] static std::string key_of(const Json& object);
  static void bury(const Entry& entry, const Handler& on_change);

  std::map<std::string, Entry> entries_{};
};

}  // namespace algo::kube
