#include "submission.h"

#include "command/fake_world.h"

#include <doctest/doctest.h>

namespace algo {
namespace {

using test::FakeWorld;

std::string found(FakeWorld& world, const std::string& solution, const std::string& language) {
  const LoadedProblem loaded = load(world.world, "two-sum");
  const Submission submission = find_submission(world.world, loaded, solution, language);
  return std::string(submission.language->id) + " " + submission.origin;
}

std::string refusal(FakeWorld& world, const std::string& solution, const std::string& language) {
  try {
    return "found: " + found(world, solution, language);
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.why() + " | " + error.next();
  }
}

TEST_CASE("find_submission: the named file, in the language of its extension or the one said") {
  FakeWorld world;
  world.files.write_atomically("my.py", "x");
  world.files.write_atomically("my.txt", "x");
  CHECK(found(world, "my.py", "") == "python my.py");
  CHECK(found(world, "my.txt", "cpp") == "cpp my.txt");
  CHECK(refusal(world, "my.txt", "") ==
        "cannot tell the language of my.txt | its file extension is not known | "
        "say it with --lang=LANGUAGE");
}

TEST_CASE("find_submission: the one in the problem's folder, before the reference solution") {
  FakeWorld world;
  CHECK(found(world, "", "").starts_with("go reference solution: "));
  CHECK(found(world, "", "python").starts_with("python reference solution: "));
  world.files.write_atomically("two-sum/solution.cpp", "x");
  CHECK(found(world, "", "") == "cpp two-sum/solution.cpp");
  CHECK(found(world, "", "go").starts_with("go reference solution: "));
}

TEST_CASE("find_submission: of several it asks which") {
  FakeWorld world;
  world.files.write_atomically("two-sum/solution.cpp", "x");
  world.files.write_atomically("two-sum/solution.go", "x");
  CHECK(refusal(world, "", "") ==
        "there are several solutions: two-sum/solution.go, two-sum/solution.cpp |  | "
        "name one, or say --lang=LANGUAGE");
  CHECK(found(world, "", "cpp") == "cpp two-sum/solution.cpp");
}

TEST_CASE("find_submission: refuses what is no source file") {
  FakeWorld world;
  world.files.write_atomically("binary.py", std::string("print(1)\0", 9));
  world.files.write_atomically("latin.py", "# \xe9");
  world.files.write_atomically("empty.py", " \n\t\n");
  world.files.write_atomically("huge.py", std::string(300000, 'x'));
  world.files.write_atomically("secret.py", "x");
  world.files.fail_read("secret.py", "Permission denied");
  CHECK(refusal(world, "binary.py", "").find("NUL byte at offset 8") != std::string::npos);
  CHECK(refusal(world, "latin.py", "").find("latin.py is not UTF-8") == 0);
  CHECK(refusal(world, "empty.py", "").find("empty.py is empty") == 0);
  CHECK(refusal(world, "huge.py", "").find("cannot read huge.py") == 0);
  CHECK(refusal(world, "secret.py", "").find("Permission denied") != std::string::npos);
  CHECK(refusal(world, "nothing.py", "").find("cannot read nothing.py") == 0);
}

}  // namespace
}  // namespace algo
