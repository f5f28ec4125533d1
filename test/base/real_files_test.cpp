// What base/files.h promises about the disk, beyond the contract in files_test.cpp.
#include "base/error.h"
#include "base/files.h"
#include "support/temp_dir.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

namespace algo {
namespace {

TEST_CASE("RealFiles: reading does not wait for a FIFO or trust a device") {
  const test::TempDir dir;
  REQUIRE(::mkfifo((dir / "fifo").c_str(), 0600) == 0);
  const RealFiles files;
  CHECK_THROWS_WITH_AS(static_cast<void>(files.read(dir / "fifo", 10)),
                       ("cannot read " + (dir / "fifo")).c_str(),
                       Error);
  CHECK_THROWS_AS(static_cast<void>(files.read("/dev/zero", 10)), Error);
}

TEST_CASE("RealFiles: reads files whose size the kernel does not say") {
  const RealFiles files;
  CHECK(files.read("/proc/self/status", 1 << 16).starts_with("Name:"));
  CHECK_THROWS_AS(static_cast<void>(files.read("/proc/self/status", 5)), Error);
}

TEST_CASE("RealFiles: lists neither symbolic links nor what they lead to") {
  const test::TempDir dir;
  dir.write("real/file", "x");
  dir.link("link-to-file", "real/file");
  dir.link("link-to-folder", "real");
  dir.link("loop", ".");
  CHECK(RealFiles().list(dir.path()) == std::vector<std::string>{"real/file"});
}

TEST_CASE("RealFiles: writing replaces the file and leaves nothing beside it") {
  const test::TempDir dir;
  dir.write("f", "old");
  dir.link("link", "f");
  RealFiles files;
  files.write_atomically(dir / "f", "new");
  CHECK(dir.read("f") == "new");
  CHECK(files.list(dir.path()) == std::vector<std::string>{"f"});
}

TEST_CASE("RealFiles: a new file has the usual permissions") {
  const test::TempDir dir;
  const mode_t before = ::umask(027);
  RealFiles().write_atomically(dir / "f", "x");
  ::umask(before);
  struct stat status{};
  REQUIRE(::stat((dir / "f").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
}

TEST_CASE("RealFiles: a write that fails leaves the old content and says why") {
  const test::TempDir dir;
  RealFiles files;
  ErrorKind kind = ErrorKind::kInternal;
  std::string why;
  try {
    files.write_atomically(dir / "none/f", "x");
  } catch (const Error& error) {
    kind = error.kind();
    why = error.why();
  }
  CHECK(kind == ErrorKind::kEnvironment);
  CHECK(why == "No such file or directory");

  dir.write("d/f", "inside");  // a folder with something in it cannot be replaced
  CHECK_THROWS_AS(files.write_atomically(dir / "d", "x"), Error);
  CHECK(files.list(dir.path()) == std::vector<std::string>{"d/f"});
}

TEST_CASE("RealFiles: writes relative to the current folder") {
  const test::TempDir dir;
  const int before = ::open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(before >= 0);
  REQUIRE(::chdir(dir.path().c_str()) == 0);
  RealFiles files;
  files.make_directories("a/b");
  files.write_atomically("a/b/f", "deep");
  files.write_atomically("g", "flat");
  REQUIRE(::fchdir(before) == 0);
  ::close(before);
  CHECK(dir.read("a/b/f") == "deep");
  CHECK(dir.read("g") == "flat");
}

}  // namespace
}  // namespace algo
