#pragma once

#include "world.h"

namespace algo {

// Standard output: a failed write is an error, an interrupted one an interruption, and one that
// nobody reads OutputClosed.
class DataOutput final : public Output {
 public:
  explicit DataOutput(const Interrupts& interrupts) : interrupts_(interrupts) {}
  void write(std::string_view text) override;
  [[nodiscard]] bool is_terminal() const override;
  [[nodiscard]] std::size_t width() const override;

 private:
  const Interrupts& interrupts_;
};

// Standard error: what cannot be said is left unsaid. The work goes on.
class TalkOutput final : public Output {
 public:
  void write(std::string_view text) override;
  [[nodiscard]] bool is_terminal() const override;
  [[nodiscard]] std::size_t width() const override;
};

class StandardInput final : public Input {
 public:
  explicit StandardInput(const Interrupts& interrupts) : interrupts_(interrupts) {}
  [[nodiscard]] std::string read_all(std::size_t max_bytes) override;
  [[nodiscard]] std::string read_line() override;
  [[nodiscard]] bool is_terminal() const override;

 private:
  const Interrupts& interrupts_;
};

// What this process asks of the system before anything else: a reader that ends early must not end
// us before we tidied up, and memory that was freed once is kept, because to return it and fault it
// in again takes a tenth of the time of `build`.
void prepare_process();

class RealEnvironment final : public Environment {
 public:
  [[nodiscard]] std::optional<std::string> get(const std::string& name) const override;
  [[nodiscard]] kube::Variables all() const override;
};

}  // namespace algo
