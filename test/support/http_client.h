#pragma once

#include "kube/curl_transport.h"
#include "kube/transport.h"
#include "support/fake_api_server.h"

#include <memory>
#include <string>

namespace algo::test {

// Everything that one exchange brought.
struct Fetched : kube::Sink {
  kube::Head head{};
  std::string body{};
  kube::Ending ending{};
  bool ended = false;
  int heads = 0;

  void on_head(const kube::Head& arrived) override {
    head = arrived;
    ++heads;
  }
  void on_data(std::string_view bytes) override { body += bytes; }
  void on_end(const kube::Ending& how) override {
    ending = how;
    ended = true;
  }
};

inline Fetched fetch(kube::Transport& transport, kube::Request request) {
  Fetched fetched;
  const auto exchange = transport.start(std::move(request), fetched);
  while (!fetched.ended) transport.poll(std::chrono::seconds(1));
  return fetched;
}

inline kube::TransportSettings settings_for(const FakeApiServer& server) {
  kube::TransportSettings settings;
  settings.server = server.url();
  return settings;
}

inline std::unique_ptr<kube::Transport> transport_to(const FakeApiServer& server) {
  return kube::make_curl_transport(settings_for(server));
}

}  // namespace algo::test
