// The contract of base/files.h, held against the real files and against the fake that other tests
// use in their place.
#include "base/files.h"

#include "base/error.h"
#include "base/fd.h"
#include "support/temp_dir.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace algo {
namespace {

struct RealWorld {
  test::TempDir dir;
  RealFiles files;
  [[nodiscard]] std::string at(const std::string& name) const { return dir / name; }
};

struct VirtualWorld {
  test::VirtualFiles files;
  [[nodiscard]] static std::string at(const std::string& name) { return "/some/folder/" + name; }
};

template <typename Call>
std::string refusal(ErrorKind kind, const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.kind() == kind);
    return std::string(error.what()) + ": " + error.why();
  }
  return "";
}

TEST_CASE_TEMPLATE("Files: what was written is read, whatever the bytes",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  const std::string bytes("a\0b\n\xff", 5);
  world.files.write_atomically(world.at("d/f"), bytes);
  CHECK(world.files.read(world.at("d/f"), 5) == bytes);
  world.files.write_atomically(world.at("d/f"), "");
  CHECK(world.files.read(world.at("d/f"), 5).empty());
}

TEST_CASE_TEMPLATE("Files: reading names the path and says why not",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  world.files.write_atomically(world.at("d/f"), "123456");
  const auto read = [&](const std::string& name, std::size_t most) {
    return refusal(ErrorKind::kInput,
                   [&] { static_cast<void>(world.files.read(world.at(name), most)); });
  };
  CHECK(read("none", 9) == "cannot read " + world.at("none") + ": No such file or directory");
  CHECK(read("d", 9) == "cannot read " + world.at("d") + ": it is not a regular file");
  CHECK(read("d/f", 5) ==
        "cannot read " + world.at("d/f") + ": it is larger than the limit of 5 B");
  CHECK(read("d/f", 6).empty());
}

TEST_CASE_TEMPLATE("Files: knows files from folders", World, RealWorld, VirtualWorld) {
  World world;
  world.files.make_directories(world.at("a/b/c"));
  world.files.make_directories(world.at("a/b/c"));  // again is fine
  world.files.write_atomically(world.at("a/f"), "x");
  for (const char* folder : {"a", "a/b", "a/b/c", "a/b/c/"}) {
    CAPTURE(folder);
    CHECK(world.files.exists(world.at(folder)));
    CHECK(world.files.is_directory(world.at(folder)));
  }
  CHECK(world.files.exists(world.at("a/f")));
  CHECK_FALSE(world.files.is_directory(world.at("a/f")));
  CHECK_FALSE(world.files.exists(world.at("a/g")));
}

TEST_CASE_TEMPLATE("Files: lists what lies below, sorted and relative",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d/sub/deep"));
  world.files.make_directories(world.at("d/empty"));
  for (const char* name : {"d/z", "d/sub/deep/y", "d/sub/x", "d/a"}) {
    world.files.write_atomically(world.at(name), "");
  }
  CHECK(world.files.list(world.at("d")) ==
        std::vector<std::string>{"a", "sub/deep/y", "sub/x", "z"});
  CHECK(world.files.list(world.at("d/empty")).empty());
  CHECK_FALSE(refusal(ErrorKind::kInput, [&] {
                static_cast<void>(world.files.list(world.at("none")));
              }).empty());
}

TEST_CASE_TEMPLATE("Files: removing is not an error when the file is gone",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  world.files.write_atomically(world.at("d/f"), "x");
  world.files.remove_file(world.at("d/f"));
  CHECK_FALSE(world.files.exists(world.at("d/f")));
  world.files.remove_file(world.at("d/f"));
}

TEST_CASE_TEMPLATE("Files: a new file is new", World, RealWorld, VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  world.files.write_new(world.at("d/f"), "first");
  CHECK(refusal(ErrorKind::kEnvironment, [&] {
          world.files.write_new(world.at("d/f"), "second");
        }).find("File exists") != std::string::npos);
  CHECK(world.files.read(world.at("d/f"), 9) == "first");
}

TEST_CASE_TEMPLATE("Files: writing in place makes, lengthens and shortens",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  for (const char* text : {"some text", "longer than that", "short", ""}) {
    world.files.write_in_place(world.at("d/f"), text);
    CHECK(world.files.read(world.at("d/f"), 99) == text);
  }
}

TEST_CASE("Files: writing in place keeps the file, which others may have open") {
  RealWorld world;
  world.files.make_directories(world.at("d"));
  world.files.write_in_place(world.at("d/f"), "before");
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open(2) is one
  const Fd open(::open(world.at("d/f").c_str(), O_RDONLY | O_CLOEXEC));
  world.files.write_in_place(world.at("d/f"), "after");
  std::string got(16, '\0');
  const ssize_t size = ::read(open.get(), got.data(), got.size());
  REQUIRE(size >= 0);
  CHECK(got.substr(0, static_cast<std::size_t>(size)) == "after");
}

TEST_CASE_TEMPLATE("Files: a file in the way of a folder is an error",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  world.files.write_atomically(world.at("d/f"), "x");
  for (const char* name : {"d/f", "d/f/g"}) {
    CAPTURE(name);
    CHECK(refusal(ErrorKind::kEnvironment, [&] {
            world.files.make_directories(world.at(name));
          }).find("Not a directory") != std::string::npos);
  }
  CHECK(refusal(ErrorKind::kEnvironment, [&] {
          world.files.write_atomically(world.at("d"), "x");
        }).find("Is a directory") != std::string::npos);
}

TEST_CASE_TEMPLATE("Files: a lock has one holder until it is given back",
                   World,
                   RealWorld,
                   VirtualWorld) {
  World world;
  world.files.make_directories(world.at("d"));
  {
    const auto lock = world.files.try_lock(world.at("d"));
    REQUIRE(lock);
    CHECK_FALSE(world.files.try_lock(world.at("d")));
  }
  CHECK(world.files.try_lock(world.at("d")));
  CHECK_FALSE(refusal(ErrorKind::kInput, [&] {
                static_cast<void>(world.files.try_lock(world.at("none")));
              }).empty());
}

TEST_CASE("VirtualFiles: records writes and fails on demand") {
  test::VirtualFiles files;
  files.write_atomically("a/b", "1");
  files.fail_writes("No space left on device");
  CHECK_THROWS_AS(files.write_atomically("a/c", "2"), Error);
  CHECK_THROWS_AS(files.make_directories("e"), Error);
  files.fail_writes("");
  files.write_atomically("./a//d", "3");
  CHECK(files.writes() == std::vector<std::string>{"a/b", "a/d"});
  files.fail_read("a/b", "Input/output error");
  CHECK_THROWS_AS(static_cast<void>(files.read("a/b", 10)), Error);
  files.hold_lock("a");
  CHECK_FALSE(files.try_lock("a"));
}

}  // namespace
}  // namespace algo
