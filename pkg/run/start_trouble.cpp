#include "run/fields.h"
#include "run/trouble.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace algo::run {
namespace {

constexpr std::array kContainers{"build", "sandbox", "judge"};

template <std::size_t N>
bool one_of(const std::string& word, const std::array<const char*, N>& known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

// kubelet's reasons (kubernetes/kubernetes pkg/kubelet/images/types.go).
constexpr std::array kNeverPulled{"InvalidImageName", "ErrImageNeverPull"};
constexpr std::array kNotPulledYet{"ErrImagePull",
                                   "ImagePullBackOff",
                                   "ImageInspectError",
                                   "RegistryUnavailable",
                                   "SignatureValidationFailed"};
constexpr std::array kConfiguration{
    "CreateContainerConfigError", "CreateContainerError", "RunContainerError"};

// Words of registries that trying again does not change.
bool is_final(const std::string& words) {
  constexpr std::array kFinal{"not found",
                              "unauthorized",
                              "denied",
                              "authentication required",
                              "does not exist",
                              "manifest unknown",
                              "invalid reference format"};
  return std::any_of(kFinal.begin(), kFinal.end(), [&](const char* word) {
    return words.find(word) != std::string::npos;
  });
}

Trouble image_trouble(const Sighting& sighting,
                      const std::string& reason,
                      const std::string& message,
                      const Patience& patience) {
  // The state says only "Back-off pulling image"; the event has the registry's words.
  const Json& event = newest_event(sighting, "Failed", "pull image");
  const bool event_knows = !event.is_null();
  Trouble trouble{.key = "Image",
                  .kind = ErrorKind::kEnvironment,
                  .what = "its image cannot be pulled",
                  .why = one_line(event_knows ? event_text(event) : message),
                  .next =
                      "is the name right, and may this cluster pull it? --image=IMAGE, "
                      "--pull-secret=NAME",
                  .patience = patience.pull};
  if (trouble.why.empty()) trouble.why = one_line(reason);
  const bool again = reason == "ImagePullBackOff" || (event_knows && event_count(event) > 1);
  if (one_of(reason, kNeverPulled) || (again && is_final(trouble.why))) {
    trouble.patience = Nanos{0};
  }
  return trouble;
}

Trouble configuration_trouble(const std::string& reason,
                              const std::string& message,
                              const Patience& patience) {
  return {.key = reason,
          .kind = ErrorKind::kEnvironment,
          .what = "its containers cannot be made",
          .why = one_line(message.empty() ? reason : message),
          .next = "",
          .patience = patience.configuration};
}

// Exit codes that a runtime gives for a program that never ran.
std::string exit_words(const Json& terminated) {
  const std::string message = one_line(text_field(terminated, "/message"));
  const long code = number_field(terminated, "/exitCode", 0);
  if (message.find("exec format error") != std::string::npos) {
    return "the node cannot run algo-judge, which is made for another architecture: " + message;
  }
  if (code == 126 || code == 127) {
    return "the node cannot run algo-judge (exit code " + std::to_string(code) + ")" +
           (message.empty() ? "" : ": " + message);
  }
  const std::string reason = one_line(text_field(terminated, "/reason"));
  return (reason.empty() ? "it ended" : reason) + " with exit code " + std::to_string(code) +
         (message.empty() ? "" : ": " + message);
}

// A sidecar that ends before the judge runs is started again and again.
Trouble crash_trouble(const char* container, const Json& status, const Patience& patience) {
  const Json& last = field(status, "/lastState/terminated");
  const Json& now = field(status, "/state/terminated");
  return {.key = std::string("Crash ") + container,
          .kind = ErrorKind::kEnvironment,
          .what = std::string("its container \"") + container + "\" does not stay up",
          .why = exit_words(now.is_null() ? last : now),
          .next = "",
          .patience = patience.configuration};
}

std::optional<Trouble> container_trouble(const Sighting& sighting,
                                         const char* container,
                                         const Patience& patience) {
  const Json& status = container_status(sighting.pod, container);
  const std::string reason = text_field(status, "/state/waiting/reason");
  const std::string message = text_field(status, "/state/waiting/message");
  if (one_of(reason, kNeverPulled) || one_of(reason, kNotPulledYet)) {
    return image_trouble(sighting, reason, message, patience);
  }
  if (one_of(reason, kConfiguration)) return configuration_trouble(reason, message, patience);
  const bool crashed =
      reason == "CrashLoopBackOff" ||
      (std::string_view(container) != "judge" && field(status, "/state").contains("terminated"));
  if (crashed) return crash_trouble(container, status, patience);
  return std::nullopt;
}

}  // namespace

std::optional<Trouble> start_trouble(const Sighting& sighting, const Patience& patience) {
  for (const char* container : kContainers) {
    if (auto trouble = container_trouble(sighting, container, patience)) return trouble;
  }
  // Nothing in the states: volumes and networks speak only through events.
  const Json& warning = newest_event(sighting, "");
  if (warning.is_null()) return std::nullopt;
  return Trouble{.key = "Event " + text_field(warning, "/reason"),
                 .what = "its containers cannot be made",
                 .why = event_text(warning),
                 .patience = kForEver};
}

}  // namespace algo::run
