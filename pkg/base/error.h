#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace algo {

// What went wrong, as far as the exit code is concerned (kubectl-algo/exit_code.h maps it).
enum class ErrorKind {
  kUsage,        // the command line is wrong
  kInput,        // a problem, solution or bundle is wrong
  kEnvironment,  // this machine lacks something: a toolchain, a writable folder
  kRefused,      // the cluster says no: permissions, Pod Security, quota, an invalid object
  kLost,         // the cluster cannot be reached, or fails
  kTimedOut,     // waited as long as the person allowed
  kIncomplete,   // judging ended, but its result could not be kept
  kInterrupted,  // the person asked to stop
  kInternal,     // our own bug
};

// The kind as a word that programs pass to each other: "usage", "input", … An unknown word is
// kInternal.
[[nodiscard]] std::string_view kind_word(ErrorKind kind);
[[nodiscard]] ErrorKind kind_of_word(std::string_view word);

// The one exception of the program. A verdict is never an Error: it is data.
// `what()` says what failed, `why` gives the underlying reason, `next` what the person can do.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& what, std::string why = "", std::string next = "")
      : std::runtime_error(what), kind_(kind), why_(std::move(why)), next_(std::move(next)) {}

  [[nodiscard]] ErrorKind kind() const { return kind_; }
  [[nodiscard]] const std::string& why() const { return why_; }
  [[nodiscard]] const std::string& next() const { return next_; }

 private:
  ErrorKind kind_;
  std::string why_;
  std::string next_;
};

// "while reading x: No such file or directory", for the current or given errno.
[[nodiscard]] std::string errno_text(int error_number);

}  // namespace algo
