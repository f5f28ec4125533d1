#include "catalog/sources.h"

#include "base/error.h"
#include "catalog/temp_folder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::catalog {

TEST_CASE("FolderSource: lists and reads the regular files of its folder") {
  const test::TempFolder folder;
  folder.write("problem.yaml", "x");
  folder.write("cases/b.json", "[]");
  folder.write("cases/a.json", "[]");
  const RealFiles files;
  const FolderSource source(files, folder.path() + "//");
  CHECK(source.list() == std::vector<std::string>{"cases/a.json", "cases/b.json", "problem.yaml"});
  CHECK(source.display("problem.yaml") == folder / "problem.yaml");
  CHECK(source.exists("cases/a.json"));
  CHECK_FALSE(source.exists("cases"));
  CHECK(source.read("problem.yaml", 10) == "x");
}

TEST_CASE("FolderSource: sees nothing through symbolic links or ..") {
  const test::TempFolder outside;
  outside.write("secret", "s");
  const test::TempFolder folder;
  folder.write("problem.yaml", "x");
  folder.link("statement.md", outside / "secret");
  folder.link("cases", outside.path());
  const RealFiles files;
  const FolderSource source(files, folder.path());
  for (const char* path : {"statement.md", "cases/secret", "../secret", "/etc/passwd", ""}) {
    CAPTURE(path);
    CHECK_FALSE(source.exists(path));
    CHECK_THROWS_AS(static_cast<void>(source.read(path, 100)), Error);
  }
}

TEST_CASE("FolderSource: refuses a file past the bound") {
  const test::TempFolder folder;
  folder.write("problem.yaml", std::string(101, 'x'));
  const RealFiles files;
  const FolderSource source(files, folder.path());
  CHECK_THROWS_AS(static_cast<void>(source.read("problem.yaml", 100)), Error);
}

TEST_CASE("BuiltinSource: sees the files of its own problem") {
  const std::string bytes =
      pack({{"a/problem.yaml", "a"}, {"a-b/problem.yaml", "b"}, {"a/cases/1.in", "12345"}});
  const Archive archive(bytes);
  const BuiltinSource source(archive, "a");
  CHECK(source.list() == std::vector<std::string>{"cases/1.in", "problem.yaml"});
  CHECK(source.display("problem.yaml") == "manifests/problems/a/problem.yaml");
  CHECK(source.read("problem.yaml", 1) == "a");
  CHECK(source.exists("cases/1.in"));
  CHECK_FALSE(source.exists("../a-b/problem.yaml"));
  CHECK_THROWS_AS(static_cast<void>(source.read("cases/1.in", 4)), Error);
  CHECK_THROWS_AS(static_cast<void>(source.read("none", 4)), Error);
}

}  // namespace algo::catalog
