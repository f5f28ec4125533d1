#pragma once

#include "world.h"

namespace algo {

class StandardOutput final : public Output {
 public:
  explicit StandardOutput(int fd) : fd_(fd) {}
  // When nobody reads it any more (EPIPE) the process ends quietly, by SIGPIPE, like any filter.
  void write(std::string_view text) override;
  [[nodiscard]] bool is_terminal() const override;
  [[nodiscard]] std::size_t width() const override;

 private:
  int fd_;
};

class StandardInput final : public Input {
 public:
  [[nodiscard]] std::string read_all(std::size_t max_bytes) override;
};

class RealEnvironment final : public Environment {
 public:
  [[nodiscard]] std::optional<std::string> get(const std::string& name) const override;
};

}  // namespace algo
