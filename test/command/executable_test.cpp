#include "executable.h"

#include "base/files.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <string>

namespace algo {
namespace {

TEST_CASE("make_executable: holds exactly the bytes, and is closed in programs that we start") {
  std::string bytes(200000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31 % 251);
  const Fd fd = make_executable(bytes);
  REQUIRE(fd.valid());
  std::string held(bytes.size() + 1, '?');
  CHECK(::pread(fd.get(), held.data(), held.size(), 0) == static_cast<ssize_t>(bytes.size()));
  held.resize(bytes.size());
  CHECK(held == bytes);
  CHECK((::fcntl(fd.get(), F_GETFD) & FD_CLOEXEC) != 0);
}

}  // namespace
}  // namespace algo
