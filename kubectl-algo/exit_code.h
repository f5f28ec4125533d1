#pragma once

#include "base/error.h"
#include "result/verdict.h"

namespace algo {

// What the process says to its caller; part of the command's contract.
enum class ExitCode {
  kAccepted = 0,     // or: the command did what it was asked to do
  kNotAccepted = 1,  // judged, and not accepted
  kUsage = 2,        // wrong usage, or an invalid problem, solution or bundle
  kRefused = 3,      // the cluster says no: permissions, Pod Security, quota
  kCannotStart = 4,  // image, scheduling, configuration; here: a toolchain or folder is not usable
  kLost = 5,         // infrastructure lost on the way
  kTimedOut = 6,     // gave up waiting
  kIncomplete = 7,   // judged, but the result could not be kept or verified
  kInternal = 70,    // our own bug (EX_SOFTWARE, sysexits.h)
  kInterrupted = 130,   // Ctrl-C
  kOutputClosed = 141,  // nobody reads the output any more; what a shell shows for SIGPIPE
};

// kEnvironment is "could not start" also for an output folder that cannot be written: the command
// line and the bundle are right, the place is not.
[[nodiscard]] constexpr ExitCode exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
    case ErrorKind::kInput:
      return ExitCode::kUsage;
    case ErrorKind::kEnvironment:
      return ExitCode::kCannotStart;
    case ErrorKind::kRefused:
      return ExitCode::kRefused;
    case ErrorKind::kLost:
      return ExitCode::kLost;
    case ErrorKind::kTimedOut:
      return ExitCode::kTimedOut;
    case ErrorKind::kIncomplete:
      return ExitCode::kIncomplete;
    case ErrorKind::kInterrupted:
      return ExitCode::kInterrupted;
    case ErrorKind::kInternal:
      break;
  }
  return ExitCode::kInternal;
}

[[nodiscard]] constexpr ExitCode exit_code(result::Verdict verdict) {
  if (verdict == result::Verdict::kAC) return ExitCode::kAccepted;
  return verdict == result::Verdict::kIE ? ExitCode::kInternal : ExitCode::kNotAccepted;
}

}  // namespace algo
