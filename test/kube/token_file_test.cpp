#include "kube/token_file.h"

#include "kube/kube_fakes.h"
#include "support/fake_clock.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace algo::kube {
namespace {

using std::chrono::seconds;

struct World {
  test::VirtualFiles files;
  test::FakeClock clock;
  TokenFile token{"/t", "", files, clock};

  void write(const std::string& text) { files.write_atomically("/t", text); }
};

TEST_CASE("TokenFile: reads at most once a minute, ten seconds early") {
  World world;
  world.write(" one\n");
  CHECK(world.token.current() == "one");
  world.write("two");
  world.clock.advance(seconds(49));
  CHECK(world.token.current() == "one");
  world.clock.advance(seconds(1));
  CHECK(world.token.current() == "two");
}

TEST_CASE("TokenFile: what cannot be read leaves the last token, and is tried again") {
  World world;
  world.write("one");
  CHECK(world.token.current() == "one");
  world.clock.advance(seconds(60));
  world.write(" \n");
  CHECK(world.token.current() == "one");
  world.files.remove_file("/t");
  CHECK(world.token.current() == "one");
  world.write("two");
  CHECK(world.token.current() == "two");
}

TEST_CASE("TokenFile: no token at all is an error, unless there is a fallback") {
  World world;
  const auto why = [&] { return test::refusal([&] { return world.token.current(); }); };
  CHECK(why() == "cannot read a token from /t: No such file or directory");
  world.write("\n");
  CHECK(why() == "cannot read a token from /t: it is empty");
  TokenFile with_fallback("/t", "given", world.files, world.clock);
  CHECK(with_fallback.current() == "given");
  world.write("file");
  CHECK(with_fallback.current() == "file");
}

TEST_CASE("TokenFile: a refusal reads at once, unless the token was replaced already") {
  World world;
  world.write("one");
  CHECK(world.token.current() == "one");
  CHECK_FALSE(world.token.refused("one"));
  world.write("two");
  CHECK(world.token.refused("one"));
  CHECK(world.token.current() == "two");
  world.write("three");
  CHECK(world.token.refused("one"));
  CHECK(world.token.current() == "two");  // nobody has refused this one
  world.files.remove_file("/t");
  CHECK_FALSE(world.token.refused("two"));
  CHECK(world.token.current() == "two");
}

}  // namespace
}  // namespace algo::kube
