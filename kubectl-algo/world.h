#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/files.h"
#include "kube/rest_config.h"
#include "kube/transport.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo {

// Thrown by an Output for data when nobody reads it any more. No Error: there is nothing to tell,
// and nobody to tell it to.
struct OutputClosed {};

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
  // The next line, without its end; "" at the end of the input. A person's answer is short: what is
  // longer than a kibibyte is cut. Throws Error(kInterrupted).
  [[nodiscard]] virtual std::string read_line() = 0;
  [[nodiscard]] virtual bool is_terminal() const = 0;
};

class Environment {
 public:
  virtual ~Environment() = default;
  [[nodiscard]] virtual std::optional<std::string> get(const std::string& name) const = 0;
  [[nodiscard]] virtual kube::Variables all() const = 0;
};

// Ctrl-C and its kin. They never end this program by themselves, because something would stay
// behind: whoever waits or works for long looks here.
class Interrupts {
 public:
  virtual ~Interrupts() = default;
  [[nodiscard]] virtual int count() const = 0;  // so far
  [[nodiscard]] bool raised() const { return count() > 0; }
  void check() const {
    if (raised()) throw Error(ErrorKind::kInterrupted, "interrupted");
  }
};

// A folder that is gone with everything in it when this object goes.
class TemporaryFolder {
 public:
  virtual ~TemporaryFolder() = default;
  [[nodiscard]] virtual const std::string& path() const = 0;
};

// Folders as wholes. Errors are Error(kEnvironment).
class Folders {
 public:
  virtual ~Folders() = default;
  // Names of the folders directly in `path`, sorted. Empty when it cannot be read.
  [[nodiscard]] virtual std::vector<std::string> in(const std::string& path) const = 0;
  // A private one, which only other users' programs that know its name can pass through.
  [[nodiscard]] virtual std::unique_ptr<TemporaryFolder> make_private() = 0;
  // A name beside `path`, on the same file system, where nothing is yet.
  [[nodiscard]] virtual std::unique_ptr<TemporaryFolder> make_beside(const std::string& path) = 0;
  // Gives the folder `made` the name `path`. False when something has that name already.
  [[nodiscard]] virtual bool move(const std::string& made, const std::string& path) = 0;
  // `made` and `path`, an existing folder, change places in one step. False where that cannot be
  // (the current folder, a mount point, an old file system): nothing has changed then.
  [[nodiscard]] virtual bool exchange(const std::string& made, const std::string& path) = 0;
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
  // `on_output` gets the judge's standard output as it comes. The first Ctrl-C asks the judge to
  // stop and to say what it has; the second one, or too long a wait, ends it.
  [[nodiscard]] virtual JudgeExit run(const std::vector<std::string>& arguments,
                                      const std::function<void(std::string_view)>& on_output) = 0;
};

// The way to a cluster.
class Connections {
 public:
  virtual ~Connections() = default;
  // A transport with the credentials of `config`, which the object outlives. Waits end with
  // Error(kInterrupted) once more than `tolerated` interrupts have come; read at every wait.
  [[nodiscard]] virtual std::unique_ptr<kube::Transport> open(const kube::RestConfig& config,
                                                              const int& tolerated) = 0;
};

// Everything outside of the program that an operation may touch.
struct World {
  Files& files;
  Folders& folders;
  Output& out;  // data
  Output& err;  // talk
  Input& in;
  const Environment& environment;
  const Interrupts& interrupts;
  Judges& judges;
  Connections& connections;
  const Clock& clock;
  std::function<double()> random;  // numbers in [0, 1)
  std::string program;             // what the person types: "kubectl algo"
};

}  // namespace algo
