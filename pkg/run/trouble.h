#pragma once

#include "run/diagnosis.h"

#include <optional>
#include <string>

namespace algo::run {

// Something that stands in a run's way.
struct Trouble {
  std::string key{};  // the same for as long as it is the same trouble
  ErrorKind kind = ErrorKind::kEnvironment;
  std::string what{};  // "its image cannot be pulled"
  std::string why{};   // the server's words
  std::string next{};  // a cure; "" for: look at the pod
  Nanos patience{0};   // how long it may last; Nanos::max(): for ever
};

inline constexpr Nanos kForEver = Nanos::max();

// Why there is no pod: what the Job's controller was refused, or who holds the Job back.
[[nodiscard]] std::optional<Trouble> creation_trouble(const Sighting& sighting,
                                                      const Patience& patience);
// Why the pod has no node.
[[nodiscard]] std::optional<Trouble> scheduling_trouble(const Sighting& sighting,
                                                        const Patience& patience);
// Whether the scheduler finds no node with enough memory for the pod.
[[nodiscard]] bool lacks_memory(const Json& pod);
// Why the judge does not run on its node: images, configuration, volumes, crashes.
[[nodiscard]] std::optional<Trouble> start_trouble(const Sighting& sighting,
                                                   const Patience& patience);
// Why the run has ended, or will, without the judge having its say.
[[nodiscard]] std::optional<Trouble> end_trouble(const Sighting& sighting,
                                                 const Patience& patience);

// The newest event with this reason, or null; "" for any event of type Warning. Its text holds
// `words`.
[[nodiscard]] const Json& newest_event(const Sighting& sighting,
                                       const std::string& reason,
                                       const std::string& words = "");
// Of an event, in either API's fields.
[[nodiscard]] std::string event_text(const Json& event);
[[nodiscard]] long event_count(const Json& event);

}  // namespace algo::run
