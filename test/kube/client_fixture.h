#pragma once

#include "kube/client.h"
#include "support/fake_transport.h"

#include <string>
#include <vector>

namespace algo::kube {

// A client over a fake transport, and what it sent and warned of.
struct ClientWorld {
  test::FakeClock clock{};
  test::FakeTransport transport{clock};
  std::vector<std::string> warnings{};
  Client client{transport,
                clock,
                {.field_manager = "tester", .identity_label = "run-id", .rules = {}},
                [] { return 0.0; },
                [this](const std::string& text) { warnings.push_back(text); }};

  [[nodiscard]] std::string sent(std::size_t i) const {
    return transport.requests().at(i).method + " " + transport.requests().at(i).target;
  }
  [[nodiscard]] Json sent_body(std::size_t i) const {
    return parse_json(transport.requests().at(i).body, "sent");
  }
};

inline std::string refusal_text(int code, const std::string& reason, const std::string& message) {
  return dump_json(
      Json{{"kind", "Status"}, {"code", code}, {"reason", reason}, {"message", message}});
}

}  // namespace algo::kube
