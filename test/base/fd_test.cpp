#include "base/fd.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/resource.h>

#include <string>
#include <utility>

namespace algo {
namespace {

bool is_open(int fd) {
  return ::fcntl(fd, F_GETFD) >= 0;
}

TEST_CASE("Fd: closes what it owns, once") {
  Pipe pipe = make_pipe();
  const int number = pipe.read.get();
  {
    const Fd owner = std::move(pipe.read);
    CHECK(owner.get() == number);
    CHECK(is_open(number));
  }
  CHECK_FALSE(is_open(number));
}

TEST_CASE("Fd: assigning closes the descriptor that was there") {
  Pipe pipe = make_pipe();
  const int before = pipe.read.get();
  const int moved = pipe.write.get();
  pipe.read = std::move(pipe.write);
  CHECK_FALSE(is_open(before));
  CHECK(pipe.read.get() == moved);
  CHECK(is_open(moved));
}

TEST_CASE("Fd: release leaves the descriptor open and the object empty") {
  Pipe pipe = make_pipe();
  const int number = pipe.read.release();
  CHECK_FALSE(pipe.read.valid());
  CHECK(is_open(number));
  CHECK(::close(number) == 0);
}

TEST_CASE("make_pipe: carries bytes, and neither end survives exec") {
  const Pipe pipe = make_pipe();
  CHECK((::fcntl(pipe.read.get(), F_GETFD) & FD_CLOEXEC) != 0);
  CHECK((::fcntl(pipe.write.get(), F_GETFD) & FD_CLOEXEC) != 0);
  REQUIRE(::write(pipe.write.get(), "hi", 2) == 2);
  std::string got(2, '\0');
  REQUIRE(::read(pipe.read.get(), got.data(), got.size()) == 2);
  CHECK(got == "hi");
}

// While it lives the process may open nothing.
class NoDescriptors {
 public:
  NoDescriptors() {
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before_) == 0);
    const rlimit none{3, before_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  }
  ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  NoDescriptors(const NoDescriptors&) = delete;
  NoDescriptors& operator=(const NoDescriptors&) = delete;

 private:
  rlimit before_{};
};

TEST_CASE("make_pipe: an exhausted descriptor table is this machine's failure") {
  // UndefinedBehaviorSanitizer looks at a type it has not met yet through a pipe of its own.
  const Error met(ErrorKind::kInternal, "met");
  REQUIRE(met.kind() == ErrorKind::kInternal);
  ErrorKind kind = ErrorKind::kInternal;
  try {
    const NoDescriptors none;
    static_cast<void>(make_pipe());
  } catch (const Error& error) {
    kind = error.kind();
  }
  CHECK(kind == ErrorKind::kEnvironment);
}

}  // namespace
}  // namespace algo
