#include "base/error.h"

#include <doctest/doctest.h>

#include <cerrno>

namespace algo {
namespace {

TEST_CASE("Error: keeps what, why and what next apart") {
  const Error error(ErrorKind::kEnvironment, "cannot run go", "not found", "install golang-go");
  CHECK(error.kind() == ErrorKind::kEnvironment);
  CHECK(std::string(error.what()) == "cannot run go");
  CHECK(error.why() == "not found");
  CHECK(error.next() == "install golang-go");
}

TEST_CASE("kind_word: every kind has a word of its own, and comes back from it") {
  for (const ErrorKind kind : {ErrorKind::kUsage,
                               ErrorKind::kInput,
                               ErrorKind::kEnvironment,
                               ErrorKind::kRefused,
                               ErrorKind::kLost,
                               ErrorKind::kTimedOut,
                               ErrorKind::kIncomplete,
                               ErrorKind::kInterrupted,
                               ErrorKind::kInternal}) {
    CHECK(kind_of_word(kind_word(kind)) == kind);
  }
  CHECK(kind_word(ErrorKind::kIncomplete) == "incomplete");
  CHECK(kind_of_word("no such word") == ErrorKind::kInternal);
}

TEST_CASE("errno_text: names the error, and survives a number that is none") {
  CHECK(errno_text(ENOENT) == "No such file or directory");
  CHECK(errno_text(ENOSPC) == "No space left on device");
  CHECK(errno_text(99999) == "error 99999");
}

}  // namespace
}  // namespace algo
