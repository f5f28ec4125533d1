#include "catalog/catalog.h"

#include "base/error.h"
#include "catalog/temp_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace algo::catalog {

namespace {

std::string origin_of(const Catalog& catalog, const std::string& id) {
  for (const Entry& entry : catalog.entries()) {
    if (entry.id == id) return entry.origin;
  }
  return "none";
}

std::string error_of(const Catalog& catalog, const std::string& id) {
  try {
    static_cast<void>(catalog.open(id));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInput);
    return std::string(error.what()) + "; " + error.why();
  }
  return "no error";
}

}  // namespace

TEST_CASE("Catalog: lists the built-in problems, sorted") {
  const RealFiles files;
  const Catalog catalog(files, "");
  const std::vector<Entry> entries = catalog.entries();
  CHECK(std::is_sorted(
      entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; }));
  CHECK(origin_of(catalog, "two-sum") == "built in");
  CHECK(catalog.open("two-sum")->display("problem.yaml") ==
        "manifests/problems/two-sum/problem.yaml");
}

TEST_CASE("Catalog: finds problems in the folders of ALGO_PATH, earlier ones first") {
  const test::TempFolder first;
  const test::TempFolder second;
  first.write("mine/problem.yaml", "1");
  first.write("mine/deeper/down/problem.yaml", "not a problem of the folder");
  second.write("mine/problem.yaml", "2");
  second.write("two-sum/problem.yaml", "3");
  second.write("no-problem/readme", "");
  const RealFiles files;
  const Catalog catalog(files, ":" + first.path() + ":/nonexistent:" + second.path());
  CHECK(origin_of(catalog, "mine") == first.path());
  CHECK(origin_of(catalog, "two-sum") == second.path());
  CHECK(origin_of(catalog, "no-problem") == "none");
  CHECK(origin_of(catalog, "down") == "none");
  CHECK(catalog.open("mine")->read("problem.yaml", 10) == "1");
  CHECK(catalog.open("two-sum")->read("problem.yaml", 10) == "3");
}

TEST_CASE("Catalog: opens a folder that is named with a slash") {
  const test::TempFolder folder;
  folder.write("two-sum/problem.yaml", "mine");
  folder.write("other/readme", "");
  folder.write("file", "");
  const RealFiles files;
  const Catalog catalog(files, "");
  CHECK(catalog.open(folder / "two-sum")->read("problem.yaml", 10) == "mine");
  CHECK(catalog.open(folder / "two-sum/")->read("problem.yaml", 10) == "mine");
  CHECK(error_of(catalog, folder / "other") ==
        "no problem in " + (folder / "other") + "; it holds no problem.yaml");
  CHECK(error_of(catalog, folder / "none") ==
        "no problem in " + (folder / "none") + "; there is no such folder");
  CHECK(error_of(catalog, folder / "file") ==
        "no problem in " + (folder / "file") + "; it is a file, not a folder");
}

TEST_CASE("Catalog: offers the nearest names for an unknown one") {
  const RealFiles files;
  const Catalog catalog(files, "");
  CHECK(error_of(catalog, "tow-sum") == "there is no problem \"tow-sum\"; did you mean two-sum?");
  CHECK(error_of(catalog, "zzzzzzzz") == "there is no problem \"zzzzzzzz\"; ");
  CHECK(error_of(catalog, "") == "there is no problem \"\"; ");
  CHECK(error_of(catalog, "a\x1b[31m") == "there is no problem \"a\\x1b[31m\"; ");
}

}  // namespace algo::catalog
