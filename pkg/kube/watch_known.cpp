#include "kube/watch_known.h"

#include "kube/http_text.h"

#include <set>

namespace algo::kube {

std::string metadata_text(const Json& object, const char* key) {
  if (!object.is_object()) return "";
  const auto metadata = object.find("metadata");
  return metadata != object.end() ? text_at(*metadata, key) : "";
}

std::string KnownObjects::key_of(const Json& object) {
  return metadata_text(object, "namespace") + "/" + metadata_text(object, "name");
}

void KnownObjects::bury(const Entry& entry, const Handler& on_change) {
  Json metadata{{"name", entry.name}, {"namespace", entry.namespace_name}, {"uid", entry.uid}};
  on_change({.change = Change::kDeleted,
             .object = Json{{"metadata", std::move(metadata)}},
             .final_state_known = false});
}

void KnownObjects::seed(const Json& object) {
  entries_[key_of(object)] = {.uid = metadata_text(object, "uid"),
                              .version = metadata_text(object, "resourceVersion"),
                              .name = metadata_text(object, "name"),
                              .namespace_name = metadata_text(object, "namespace")};
}

void KnownObjects::put(const Json& object, const Handler& on_change) {
  const auto known = entries_.find(key_of(object));
  Change change = Change::kAdded;
  if (known != entries_.end()) {
    if (known->second.uid != metadata_text(object, "uid")) {
      bury(known->second, on_change);  // a new object under the old name
    } else {
      if (known->second.version == metadata_text(object, "resourceVersion")) return;
      change = Change::kModified;
    }
  }
  seed(object);
  on_change({.change = change, .object = object, .final_state_known = true});
}

void KnownObjects::erase(const Json& object, const Handler& on_change) {
  if (entries_.erase(key_of(object)) == 0) return;
  on_change({.change = Change::kDeleted, .object = object, .final_state_known = true});
}

void KnownObjects::replace(const Json& items, const Handler& on_change) {
  std::set<std::string> present;
  for (const Json& item : items) present.insert(key_of(item));
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    if (present.contains(entry->first)) {
      ++entry;
      continue;
    }
    bury(entry->second, on_change);
    entry = entries_.erase(entry);
  }
  for (const Json& item : items) put(item, on_change);
}

}  // namespace algo::kube
