#include "toolchain.h"

#include "base/text.h"
#include "command/fake_world.h"
#include "support/temp_dir.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace algo {
namespace {

using test::FakeWorld;
using test::TempDir;

bool contains(const std::string& path, const std::string& folder) {
  const std::vector<std::string> folders = split(path, ':');
  return std::count(folders.begin(), folders.end(), folder) == 1;
}

// A language whose compiler is a file in `folder`.
struct Fixture {
  Fixture() {
    temp.write("bin/cc", "#!");
    world.environment.variables["XDG_CACHE_HOME"] = "/caches";
    language.id = "toy";
    language.title = "Toy";
    language.warm_up = [] { return std::vector<std::vector<std::string>>{{"cc", "--warm"}}; };
    recipe.language = "toy";
    recipe.identify = {"cc", "--version"};
  }
  std::string cache() { return warm_cache(world.world, language, recipe, temp / "bin"); }

  TempDir temp{};
  FakeWorld world{};
  language::Language language{};
  spec::Recipe recipe{};
};

TEST_CASE("sandbox_path: keeps the order, drops what is relative, and adds the usual places") {
  test::FakeEnvironment environment;
  environment.variables["PATH"] = "bin:/bin::/usr/bin:/bin:.";
  const std::string path = sandbox_path(environment);
  CHECK(path.starts_with("/bin:/usr/bin"));
  CHECK(contains(path, "/bin"));
  CHECK_FALSE(contains(path, "."));
  CHECK_FALSE(contains(path, ""));
  CHECK(contains(sandbox_path(test::FakeEnvironment{}), "/usr/bin"));
}

TEST_CASE("sandbox_path: as root, leaves out folders that only root may enter") {
  const TempDir temp;
  const std::string inside = temp.make_folder("closed/bin");
  test::FakeEnvironment environment;
  environment.variables["PATH"] = inside;
  REQUIRE(::chmod((temp / "closed").c_str(), 0700) == 0);
  CHECK(contains(sandbox_path(environment), inside) == (::geteuid() != 0));
}

TEST_CASE("warm_cache: is where XDG_CACHE_HOME says, as root only if everybody may enter there") {
  Fixture fixture;
  fixture.world.environment.variables["XDG_CACHE_HOME"] = fixture.temp.path();
  for (const ::mode_t mode : {0700U, 0755U}) {
    REQUIRE(::chmod(fixture.temp.path().c_str(), mode) == 0);
    fixture.world.judges.script = {{}};
    const bool usable = mode == 0755U || ::geteuid() != 0;
    CHECK(fixture.cache().starts_with(fixture.temp.path()) == usable);
  }
}

TEST_CASE("warm_cache: makes it once, and tells the person") {
  Fixture fixture;
  fixture.world.judges.script = {{}};
  const std::string folder = fixture.cache();
  CHECK(folder.find("toy-") != std::string::npos);
  CHECK(fixture.world.err.text.find("preparing the Toy compiler's cache") == 0);
  REQUIRE(fixture.world.judges.started.size() == 1);
  CHECK(fixture.world.judges.started.front().front() == "warm");

  fixture.world.err.text.clear();
  CHECK(fixture.cache() == folder);
  CHECK(fixture.world.err.text.empty());
}

TEST_CASE("warm_cache: another compiler has another cache") {
  Fixture fixture;
  fixture.world.judges.script = {{}, {}};
  const std::string first = fixture.cache();
  fixture.temp.write("bin/cc", "#! a newer one");
  CHECK(fixture.cache() != first);
}

TEST_CASE("warm_cache: belongs to the compiler that compiles, not to one in the caller's PATH") {
  Fixture fixture;
  fixture.world.judges.script = {{}, {}};
  fixture.temp.write("own/cc", "#!");
  fixture.recipe.compile_env["PATH"] = (fixture.temp / "none") + ":" + (fixture.temp / "own");
  const std::string first = fixture.cache();
  CHECK_FALSE(first.empty());
  fixture.temp.write("bin/cc", "#! of the caller, newer");
  CHECK(fixture.cache() == first);
  fixture.temp.write("own/cc", "#! a newer one");
  CHECK(fixture.cache() != first);
}

TEST_CASE("warm_cache: what is filled in another way is another cache") {
  Fixture fixture;
  fixture.world.judges.script = {{}, {}};
  const std::string first = fixture.cache();
  fixture.language.warm_up = [] { return std::vector<std::vector<std::string>>{{"cc", "--all"}}; };
  CHECK(fixture.cache() != first);
}

TEST_CASE("warm_cache: a failure is a note, and judging goes on without") {
  Fixture fixture;
  fixture.world.judges.script = {{.exit = {.code = 70, .complaint = "no room"}}};
  CHECK(fixture.cache().empty());
  CHECK(fixture.world.err.text.find("note: compiling will be slower: ") != std::string::npos);
  CHECK(fixture.world.err.text.find("no room") != std::string::npos);
  CHECK(fixture.world.files.files().empty());
}

TEST_CASE("warm_cache: a cache folder that cannot be written is a note too") {
  Fixture fixture;
  fixture.world.files.fail_writes("Read-only file system");
  CHECK(fixture.cache().empty());
  CHECK(fixture.world.err.text.find("Read-only") != std::string::npos);
}

TEST_CASE("warm_cache: Ctrl-C stops it, and leaves nothing") {
  Fixture fixture;
  fixture.world.judges.script = {{.exit = {.interrupted = true}}};
  try {
    static_cast<void>(fixture.cache());
    FAIL("it went on");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInterrupted);
  }
  CHECK(fixture.world.files.files().empty());
}

TEST_CASE("warm_cache: no compiler, or nothing to prepare, needs no cache") {
  Fixture fixture;
  fixture.recipe.identify = {"no-such-compiler"};
  CHECK(fixture.cache().empty());
  fixture.recipe.identify = {"cc"};
  fixture.language.warm_up = [] { return std::vector<std::vector<std::string>>{}; };
  CHECK(fixture.cache().empty());
  CHECK(fixture.world.judges.started.empty());
}

}  // namespace
}  // namespace algo
