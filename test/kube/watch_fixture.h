#pragma once

#include "kube/watch.h"
#include "support/fake_transport.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace algo::kube {

// One pod as the API gives it, and events and lists of pods.
inline Json pod(const std::string& name, const std::string& version) {
  return Json{{"metadata",
               Json{{"name", name},
                    {"namespace", "n"},
                    {"uid", "uid-" + name},
                    {"resourceVersion", version}}}};
}
inline std::string event(const std::string& type, const Json& object) {
  return dump_json(Json{{"type", type}, {"object", object}}) + "\n";
}
inline std::string bookmark(const std::string& version) {
  return event("BOOKMARK", Json{{"metadata", Json{{"resourceVersion", version}}}});
}
inline std::string error_event(int code, const std::string& reason, int retry_after = -1) {
  Json status{{"kind", "Status"}, {"code", code}, {"reason", reason}, {"message", reason}};
  if (retry_after >= 0) status["details"] = Json{{"retryAfterSeconds", retry_after}};
  return event("ERROR", status);
}
inline std::string pods(const std::string& version, const std::vector<Json>& items = {}) {
  return dump_json(Json{
      {"kind", "PodList"}, {"metadata", Json{{"resourceVersion", version}}}, {"items", items}});
}
inline std::string refused(int code, const std::string& reason) {
  return dump_json(
      Json{{"kind", "Status"}, {"code", code}, {"reason", reason}, {"message", reason}});
}

// A watch of pods over a fake transport, what it told ("+a", "~a", "-a", "!a" for a deletion that
// was missed, "=" for synced) and what it asked for.
struct WatchWorld {
  test::FakeClock clock{};
  test::FakeTransport transport{clock};
  WatchTarget target{kPods, "n", {}, "", std::nullopt};
  WatchRules rules{};
  std::vector<std::string> told{};
  std::unique_ptr<Watch> watch{};

  void open() {
    watch = std::make_unique<Watch>(
        transport,
        clock,
        target,
        rules,
        [] { return 0.0; },
        [this](const WatchEvent& what) { tell(what); });
  }
  // Until every answer that is written is under way and has said all it has, or it has stopped.
  void run() {
    if (!watch) open();
    const auto done = [this] {
      return watch->stopped().has_value() || (transport.left() == 0 && transport.quiet());
    };
    test::drive(*watch, transport, clock, done);
  }
  [[nodiscard]] Error reason() const {
    return watch->stopped().value_or(Error(ErrorKind::kInternal, "it has not stopped"));
  }
  void tell(const WatchEvent& what) {
    if (what.change == Change::kSynced) {
      told.emplace_back("=");
      return;
    }
    const char mark = what.change == Change::kAdded      ? '+'
                      : what.change == Change::kModified ? '~'
                      : what.final_state_known           ? '-'
                                                         : '!';
    told.push_back(mark + metadata_text(what.object, "name"));
  }
  [[nodiscard]] std::string target_of(std::size_t i) const {
    return transport.requests().at(i).target;
  }
  [[nodiscard]] bool is_watch(std::size_t i) const {
    return target_of(i).find("watch=true") != std::string::npos;
  }
  // The resourceVersion that request i asked for, "" for none.
  [[nodiscard]] std::string version_of(std::size_t i) const {
    const std::string key = "resourceVersion=";
    const std::size_t at = target_of(i).find(key);
    return at == std::string::npos ? "" : target_of(i).substr(at + key.size());
  }
  // What the requests were, a letter each: l for list, w for watch.
  [[nodiscard]] std::string asked() const {
    std::string out;
    for (std::size_t i = 0; i < transport.requests().size(); ++i) out += is_watch(i) ? 'w' : 'l';
    return out;
  }
};

using Told = std::vector<std::string>;

}  // namespace algo::kube
