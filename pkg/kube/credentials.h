#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace algo::kube {

// What a request shows the server. At most one of `authorization` and nothing; certificate and key
// are both set or both empty.
struct Credential {
  std::string authorization{};    // the header's value, "Bearer …" or "Basic …"; "" for none
  std::string certificate_pem{};  // may hold a chain
  std::string key_pem{};

  bool operator==(const Credential&) const = default;
};

// The person or machine that the requests speak for. Both calls may wait: for a lock, a file or a
// program that asks the person something. They may be called from several threads.
// Errors are Error(kEnvironment) and hold no secret.
class Credentials {
 public:
  virtual ~Credentials() = default;
  // To be asked before every request. A certificate that differs from the last one means: close all
  // connections first.
  [[nodiscard]] virtual Credential current() = 0;
  // The server answered 401 to a request with `used`. Refreshes what can be refreshed, and says
  // whether `current` now gives something else: only then is one more try worth it.
  [[nodiscard]] virtual bool refused(const Credential& used) = 0;
};

}  // namespace algo::kube
