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

TEST_CASE("errno_text: names the error, and survives a number that is none") {
  CHECK(errno_text(ENOENT) == "No such file or directory");
  CHECK(errno_text(ENOSPC) == "No space left on device");
  CHECK(errno_text(99999) == "error 99999");
}

}  // namespace
}  // namespace algo
