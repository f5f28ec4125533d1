#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace algo::spec {

// The folder of one problem, wherever it is: on disk or inside the binary. Paths are relative to
// it.
class Source {
 public:
  virtual ~Source() = default;
  // What to call this file in a message, e.g. "manifests/problems/two-sum/problem.yaml".
  [[nodiscard]] virtual std::string display(const std::string& path) const = 0;
  [[nodiscard]] virtual std::vector<std::string> list() const = 0;  // sorted
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  // Throws Error(kInput) when the file is missing, unreadable or larger than `max_bytes`.
  [[nodiscard]] virtual std::string read(const std::string& path, std::size_t max_bytes) const = 0;
};

}  // namespace algo::spec
