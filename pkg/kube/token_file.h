#pragma once

#include "base/clock.h"
#include "base/files.h"

#include <optional>
#include <string>

namespace algo::kube {

// A bearer token in a file that somebody else renews. Not for several threads at once.
// (client-go, transport/token_source.go: tokens are good for a minute, renewed ten seconds early.)
class TokenFile {
 public:
  // `fallback` is shown as long as the file could never be read; "" for none.
  TokenFile(std::string path, std::string fallback, const FileReader& files, const Clock& clock)
      : path_(std::move(path)), fallback_(std::move(fallback)), files_(files), clock_(clock) {}

  // The token without white space around it. A file that cannot be read any more, or is empty,
  // leaves the last token in place. Throws Error(kEnvironment) when there never was one.
  [[nodiscard]] std::string current();

  // The server did not take `used`. Reads at once, unless that token was replaced meanwhile;
  // whether there is another one now.
  [[nodiscard]] bool refused(const std::string& used);

 private:
  std::string reload();

  std::string path_;
  std::string fallback_;
  const FileReader& files_;
  const Clock& clock_;
  std::optional<std::string> token_;
  Nanos read_at_{0};
};

}  // namespace algo::kube
