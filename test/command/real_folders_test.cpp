#include "real_folders.h"

#include "support/temp_dir.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace algo {
namespace {

namespace fs = std::filesystem;
using test::TempDir;

TEST_CASE("make_private: a folder that others can pass through but not list, gone at the end") {
  RealFolders folders;
  std::string path;
  {
    const auto folder = folders.make_private();
    path = folder->path();
    CHECK(fs::is_directory(path));
    CHECK((fs::status(path).permissions() & fs::perms::all) == fs::perms{0711});
    fs::create_directories(path + "/a/b");
  }
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("make_beside: lies in the same folder, whatever the spelling of the name") {
  const TempDir temp;
  RealFolders folders;
  fs::create_directory(temp / "x.bundle");
  for (const std::string spelling : {"/x.bundle", "/x.bundle/", "/./x.bundle", "/y", "/y/"}) {
    CAPTURE(spelling);
    const auto folder = folders.make_beside(temp.path() + spelling);
    CHECK(fs::equivalent(fs::path(folder->path()).parent_path(), temp.path()));
  }
}

TEST_CASE("move: gives a name that is free, and leaves one that is taken") {
  const TempDir temp;
  RealFolders folders;
  temp.write("made/file", "new");
  CHECK(folders.move(temp / "made", temp / "place"));
  CHECK(temp.read("place/file") == "new");
  temp.write("made/file", "newer");
  CHECK_FALSE(folders.move(temp / "made", temp / "place"));
  CHECK(temp.read("place/file") == "new");
  CHECK(temp.read("made/file") == "newer");
}

TEST_CASE("exchange: both folders are whole afterwards") {
  const TempDir temp;
  RealFolders folders;
  temp.write("made/new", "n");
  temp.write("place/old", "o");
  REQUIRE(folders.exchange(temp / "made", temp / "place/"));
  CHECK(temp.read("place/new") == "n");
  CHECK_FALSE(fs::exists(temp / "place/old"));
  CHECK(temp.read("made/old") == "o");
}

TEST_CASE("exchange: follows a symbolic link instead of replacing it") {
  const TempDir temp;
  RealFolders folders;
  temp.write("made/new", "n");
  temp.write("elsewhere/old", "o");
  temp.link("place", "elsewhere");
  REQUIRE(folders.exchange(temp / "made", temp / "place"));
  CHECK(fs::is_symlink(temp / "place"));
  CHECK(temp.read("elsewhere/new") == "n");
}

TEST_CASE("exchange: not the folder that we stand in") {
  const TempDir temp;
  RealFolders folders;
  temp.write("made/new", "n");
  temp.write("place/old", "o");
  const fs::path before = fs::current_path();
  fs::current_path(temp / "place");
  CHECK_FALSE(folders.exchange(temp / "made", "."));
  CHECK_FALSE(folders.exchange(temp / "made", temp / "place"));
  fs::current_path(before);
  CHECK(temp.read("place/old") == "o");
}

TEST_CASE("in: the folders, sorted; nothing where there is none") {
  const TempDir temp;
  const RealFolders folders;
  temp.make_folder("b");
  temp.make_folder("a");
  temp.write("file", "");
  CHECK(folders.in(temp.path()) == std::vector<std::string>{"a", "b"});
  CHECK(folders.in(temp / "nothing").empty());
}

}  // namespace
}  // namespace algo
