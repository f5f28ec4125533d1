#include "run/fields.h"
#include "run/trouble.h"

#include <algorithm>

namespace algo::run {
namespace {

// core/v1 counts with lastTimestamp, events.k8s.io with series; new ones have only eventTime.
std::string event_time(const Json& event) {
  for (const char* path : {"/series/lastObservedTime",
                           "/lastTimestamp",
                           "/eventTime",
                           "/deprecatedLastTimestamp",
                           "/metadata/creationTimestamp"}) {
    std::string time = text_field(event, path);
    // Seconds and microseconds are written differently, but compare alike up to here.
    if (!time.empty()) return time.substr(0, time.find_first_of(".Z"));
  }
  return "";
}

}  // namespace

const Json& newest_event(const Sighting& sighting,
                         const std::string& reason,
                         const std::string& words) {
  static const Json kNull;
  const Json* newest = &kNull;
  for (const Json& event : sighting.events) {
    const bool wanted = reason.empty() ? text_field(event, "/type") == "Warning"
                                       : text_field(event, "/reason") == reason;
    if (!wanted || event_text(event).find(words) == std::string::npos) continue;
    if (newest->is_null() || event_time(*newest) <= event_time(event)) newest = &event;
  }
  return *newest;
}

std::string event_text(const Json& event) {
  const std::string message = text_field(event, "/message");
  return one_line(message.empty() ? text_field(event, "/note") : message);
}

long event_count(const Json& event) {
  return std::max({1L,
                   number_field(event, "/count", 1),
                   number_field(event, "/series/count", 1),
                   number_field(event, "/deprecatedCount", 1)});
}

}  // namespace algo::run
