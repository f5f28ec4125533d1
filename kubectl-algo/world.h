#pragma once

#include "base/clock.h"
#include "base/files.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo {

// One output stream of this process.
class Output {
 public:
  virtual ~Output() = default;
  virtual void write(std::string_view text) = 0;
  [[nodiscard]] virtual bool is_terminal() const = 0;
  [[nodiscard]] virtual std::size_t width() const = 0;  // columns; 0 when not a terminal
};

class Input {
 public:
  virtual ~Input() = default;
  // All of it, until its end. Throws Error(kInput) past `max_bytes`.
  [[nodiscard]] virtual std::string read_all(std::size_t max_bytes) = 0;
};

class Environment {
 public:
  virtual ~Environment() = default;
  [[nodiscard]] virtual std::optional<std::string> get(const std::string& name) const = 0;
};

// A private folder for one judging; gone with everything in it when this object goes.
class WorkFolder {
 public:
  virtual ~WorkFolder() = default;
  [[nodiscard]] virtual const std::string& path() const = 0;
};

struct JudgeExit {
  int code = 0;
  bool interrupted = false;  // by the person, with Ctrl-C
  std::string complaint{};   // what it said on its standard error, cut
};

// Starts the judge that this program carries, and waits for it.
class Judges {
 public:
  virtual ~Judges() = default;
  [[nodiscard]] virtual std::unique_ptr<WorkFolder> make_work_folder() = 0;
  // `on_output` gets the judge's standard output as it comes. The first Ctrl-C asks the judge to
  // stop and to say what it has; the second one ends it.
  [[nodiscard]] virtual JudgeExit run(const std::vector<std::string>& arguments,
                                      const std::function<void(std::string_view)>& on_output) = 0;
};

// Everything outside of the program that an operation may touch.
struct World {
  Files& files;
  const Clock& clock;
  Output& out;  // data
  Output& err;  // talk
  Input& in;
  const Environment& environment;
  Judges& judges;
  std::string program;  // what the person types: "kubectl algo"
};

}  // namespace algo
