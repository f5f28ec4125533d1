#include "bundle_folder.h"

#include "command/fake_world.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using test::FakeWorld;

bundle::Bundle small_bundle(const std::string& text) {
  bundle::Bundle bundle;
  bundle.id = "p";
  bundle.files = {{"bundle.json", "{}" + text}, {"job.yaml", text}, {"src/solution.go", text}};
  return bundle;
}

std::map<std::string, std::string> files_in(const FakeWorld& world, const std::string& folder) {
  std::map<std::string, std::string> found;
  for (const auto& [path, bytes] : world.files.files()) {
    if (path.starts_with(folder + "/")) found[path.substr(folder.size() + 1)] = bytes;
  }
  return found;
}

Error refusal(FakeWorld& world, const bundle::Bundle& bundle, const std::string& folder) {
  try {
    write_bundle(world.world, bundle, folder);
  } catch (const Error& error) {
    return error;
  }
  FAIL("it was written");
  return {ErrorKind::kInternal, ""};
}

TEST_CASE("write_bundle: writes all files, and nothing stays beside it") {
  FakeWorld world;
  const bundle::Bundle bundle = small_bundle("one");
  write_bundle(world.world, bundle, "p.bundle");
  CHECK(files_in(world, "p.bundle") == bundle.files);
  CHECK(world.files.files().size() == bundle.files.size());
}

TEST_CASE("write_bundle: replaces an old bundle with its result and sources") {
  for (const bool can_exchange : {true, false}) {
    CAPTURE(can_exchange);
    FakeWorld world;
    world.folders.can_exchange = can_exchange;
    bundle::Bundle old = small_bundle("old");
    old.files["src/solution.py"] = "old";
    write_bundle(world.world, old, "p.bundle");
    world.files.write_atomically("p.bundle/result.json", "{}");
    const bundle::Bundle fresh = small_bundle("new");
    write_bundle(world.world, fresh, "p.bundle");
    CHECK(files_in(world, "p.bundle") == fresh.files);
  }
}

TEST_CASE("write_bundle: the old bundle stays whole when there is no room for the new one") {
  FakeWorld world;
  const bundle::Bundle old = small_bundle("old");
  write_bundle(world.world, old, "p.bundle");
  world.files.fail_writes("No space left on device");
  const Error error = refusal(world, small_bundle("new"), "p.bundle");
  CHECK(error.kind() == ErrorKind::kEnvironment);
  CHECK(files_in(world, "p.bundle") == old.files);
}

TEST_CASE("write_bundle: Ctrl-C leaves the old bundle") {
  FakeWorld world;
  const bundle::Bundle old = small_bundle("old");
  write_bundle(world.world, old, "p.bundle");
  world.interrupts.came = true;
  CHECK(refusal(world, small_bundle("new"), "p.bundle").kind() == ErrorKind::kInterrupted);
  CHECK(world.files.files().size() == old.files.size());
}

TEST_CASE("write_bundle: never replaces what is no bundle") {
  const std::vector<std::map<std::string, std::string>> folders{
      {{"place/notes.txt", "mine"}},
      {{"place/bundle.json", "{}"}, {"place/notes.txt", "mine"}},
      {{"place/src/main.go", "mine"}},
      {{"place", "a file"}}};
  for (const auto& files : folders) {
    FakeWorld world;
    for (const auto& [path, bytes] : files) world.files.write_atomically(path, bytes);
    const Error error = refusal(world, small_bundle("new"), "place");
    CAPTURE(error.what());
    CHECK(error.kind() == ErrorKind::kInput);
    CHECK(error.next().find("--output-dir") != std::string::npos);
    CHECK(world.files.files() == files);
  }
}

TEST_CASE("write_bundle: not while it is judged") {
  FakeWorld world;
  const bundle::Bundle old = small_bundle("old");
  write_bundle(world.world, old, "p.bundle");
  world.files.hold_lock("p.bundle/bundle.json");
  const Error error = refusal(world, small_bundle("new"), "p.bundle");
  CHECK(std::string(error.what()) == "another run is judging p.bundle");
  CHECK(files_in(world, "p.bundle") == old.files);
}

TEST_CASE("bundle_here: this folder, or the only bundle in it") {
  FakeWorld world;
  world.files.write_atomically("a.bundle/bundle.json", "{}");
  world.files.write_atomically("other/bundle.json", "{}");
  world.files.write_atomically("empty.bundle/x", "");
  CHECK(bundle_here(world.world) == "a.bundle");
  world.files.write_atomically("b.bundle/bundle.json", "{}");
  try {
    static_cast<void>(bundle_here(world.world));
    FAIL("it chose one");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInput);
    CHECK(error.why() == "a.bundle, b.bundle");
  }
  world.files.write_atomically("bundle.json", "{}");
  CHECK(bundle_here(world.world) == ".");
}

TEST_CASE("bundle_here: nothing here says how to make one") {
  const FakeWorld world;
  try {
    static_cast<void>(bundle_here(world.world));
    FAIL("it found one");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "there is no bundle here");
    CHECK(error.next() == "kubectl algo build PROBLEM");
  }
}

TEST_CASE("read_bundle: refuses what has no bundle.json") {
  FakeWorld world;
  world.files.write_atomically("file", "");
  world.files.write_atomically("folder/x", "");
  for (const std::string name : {"file", "folder", "nothing"}) {
    CAPTURE(name);
    CHECK_THROWS_WITH_AS(
        static_cast<void>(read_bundle(world.world, name)), (name + " is no bundle").c_str(), Error);
  }
}

}  // namespace
}  // namespace algo
