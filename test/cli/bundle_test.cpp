#include "cli/cli.h"
#include "result/report.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace algo::test {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> files_of(const Cli& cli, const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(cli.path(folder))) {
    const std::string name = fs::relative(entry.path(), cli.path("")).string();
    if (entry.is_regular_file()) files[name.substr(folder.size() + 1)] = cli.read(name);
  }
  return files;
}

TEST_CASE("build: the same bytes every time, by every spelling of the command line") {
  const Cli cli;
  cli.write("s.py", right_solution());
  CHECK(cli.run({"build", "two-sum", "s.py"}).code == 0);
  CHECK(cli.run({"build", "--problem=two-sum", "--lang", "python", "s.py", "-o", "b"}).code == 0);
  const auto files = files_of(cli, "two-sum.bundle");
  CHECK(files.size() >= 8);
  CHECK(files_of(cli, "b") == files);
  // Again over itself, after a judging.
  CHECK(cli.run({"run", "b", "--local"}).code == 0);
  CHECK(files_of(cli, "b").size() == files.size() + 1);
  CHECK(cli.run({"build", "two-sum", "s.py", "-o", "b/"}).code == 0);
  CHECK(files_of(cli, "b") == files);
}

TEST_CASE("build: into the folder where one stands") {
  const Cli cli;
  cli.write("here/s.py", right_solution());
  fs::create_directory(cli.path("place"));
  const ProcessResult ran =
      cli.shell("cd place && \"$ALGO\" build two-sum ../here/s.py -o . && \"$ALGO\" run --local");
  CHECK(ran.code == 0);
  CHECK(cli.exists("place/result.json"));
}

TEST_CASE("build: never over something else") {
  const Cli cli;
  cli.write("place/notes.txt", "mine");
  cli.write("file", "mine");
  for (const std::string place : {"place", "file"}) {
    CAPTURE(place);
    const ProcessResult ran = cli.run({"build", "two-sum", "-o", place});
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, place + " is there already"));
  }
  CHECK(cli.read("place/notes.txt") == "mine");
  CHECK(cli.read("file") == "mine");
}

TEST_CASE("run: one flipped byte in any file is named") {
  const Cli cli;
  REQUIRE(cli.run({"build", "two-sum", "--lang=python", "-o", "b"}).code == 0);
  for (const auto& [name, bytes] : files_of(cli, "b")) {
    CAPTURE(name);
    std::string flipped = bytes;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    cli.write("b/" + name, flipped);
    const ProcessResult ran = cli.run({"run", "b", "--local"});
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, "error: b/"));
    // A changed bundle.json shows in what it says of itself or of another file.
    if (name != "bundle.json") CHECK(contains(ran.err, "error: b/" + name));
    cli.write("b/" + name, bytes);
  }
  CHECK_FALSE(cli.exists("b/result.json"));
  CHECK(cli.run({"run", "b", "--local"}).code == 0);
}

TEST_CASE("run: missing and foreign files are named") {
  const Cli cli;
  REQUIRE(cli.run({"build", "two-sum", "--lang=python", "-o", "b"}).code == 0);
  cli.write("b/extra", "");
  CHECK(contains(cli.run({"run", "b", "--local"}).err, "error: b/extra is not part"));
  fs::remove(cli.path("b/extra"));
  fs::remove(cli.path("b/src/driver.py"));
  CHECK(contains(cli.run({"run", "b", "--local"}).err, "error: b/src/driver.py is missing"));
}

TEST_CASE("run: the bundle here; of several it asks which") {
  const Cli cli;
  REQUIRE(cli.run({"build", "two-sum", "--lang=python"}).code == 0);
  CHECK(cli.run({"run", "--local", "--case=sample-1"}).code == 0);
  REQUIRE(cli.run({"build", "two-sum", "--lang=python", "-o", "other.bundle"}).code == 0);
  const ProcessResult ran = cli.run({"run", "--local"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "other.bundle, two-sum.bundle"));
}

TEST_CASE("run: two at once in one folder") {
  const Cli cli;
  cli.write("s.py", endless_solution());
  REQUIRE(cli.run({"build", "two-sum", "s.py", "-o", "b"}).code == 0);
  ProcessResult second;
  ProcessResult build;
  bool tried = false;
  ProcessSpec spec;
  spec.on_output = [&](pid_t, const std::string&, const std::string& err) {
    if (tried || !contains(err, "compiled")) return;
    tried = true;
    second = cli.run({"run", "b", "--local"});
    build = cli.run({"build", "two-sum", "-o", "b"});
  };
  const ProcessResult first =
      cli.run(spec, {"run", "b", "--local", "--case=sample-1", "--case=sample-2"});
  CHECK(tried);
  CHECK(first.code == 1);
  CHECK(second.code == 2);
  CHECK(contains(second.err, "error: another run is judging b"));
  CHECK(build.code == 2);
  CHECK(result::parse_report(cli.read("b/result.json"), "r").cases.size() == 2);
}

}  // namespace
}  // namespace algo::test
