#pragma once

#include "kube/client.h"
#include "run/objects.h"
#include "run/submit.h"
#include "support/fake_transport.h"

#include <string>
#include <vector>

namespace algo::test {

[[nodiscard]] run::Identity some_identity();
// Of the small bundle.
[[nodiscard]] run::Objects some_objects(const run::Options& options = {});

// A Job as a server returns it.
[[nodiscard]] Json stored_job(const std::string& uid = "job-uid",
                              const std::string& version = "10");
// A pod of that Job; `state` is the judge's: {"running": {}}, …; null for no status at all.
[[nodiscard]] Json some_pod(const std::string& name,
                            const Json& state,
                            const std::string& phase = "Running",
                            const std::string& created = "2024-01-02T03:04:05Z");
[[nodiscard]] Json list_of(const Json& items, const std::string& version = "10");
[[nodiscard]] std::string refusal(int code, const std::string& reason, const std::string& message);

// A namespace "demo" behind a fake transport.
struct FakePlace {
  FakeClock clock{};
  FakeTransport transport{clock};
  kube::Client client{
      transport,
      clock,
      {.field_manager = run::kFieldManager, .identity_label = run::kRunLabel, .rules = {}},
      [] { return 0.0; },
      {}};
  int went_on = 0;
  run::Place place{client, "demo", [this] { ++went_on; }};

  void answer(const Json& object) { transport.expect(reply(200, dump_json(object))); }
  void refuse(int code, const std::string& reason, const std::string& message) {
    transport.expect(reply(code, refusal(code, reason, message)));
  }
  [[nodiscard]] std::string sent(std::size_t i) const;
  [[nodiscard]] Json sent_body(std::size_t i) const;
};

}  // namespace algo::test
