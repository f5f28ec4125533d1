#include "commands.h"

#include "args.h"
#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace algo {
namespace {

TEST_CASE("help_text: every command has a usage line, examples and its flags") {
  for (const CommandInfo& command : commands()) {
    CAPTURE(command.name);
    const std::string text = help_text(command, "kubectl algo");
    CHECK(text.find("Usage:\n  kubectl algo " + std::string(command.name)) != std::string::npos);
    CHECK(text.find("Examples:\n") != std::string::npos);
    for (const FlagInfo& flag : command.flags) {
      CHECK(text.find("--" + std::string(flag.name)) != std::string::npos);
    }
    for (const std::string& line : split(text, '\n')) CHECK(line.size() <= 110);
  }
}

TEST_CASE("help_text: the examples are command lines that the program takes") {
  for (const CommandInfo& command : commands()) {
    REQUIRE_FALSE(command.examples.empty());
    for (const std::string_view example : command.examples) {
      CAPTURE(example);
      if (example.starts_with("#")) continue;
      const std::string_view line = example.substr(0, example.find(" <<<"));
      CHECK_NOTHROW(static_cast<void>(parse(split(line, ' '), "kubectl algo")));
      CHECK(line.starts_with(command.name));
    }
  }
}

TEST_CASE("overview: names every command, and the program as it was called") {
  const std::string text = overview("kubectl algo");
  for (const CommandInfo& command : commands()) {
    CHECK(text.find("\n  " + std::string(command.name)) != std::string::npos);
  }
  CHECK(text.find("kubectl algo build two-sum\n") != std::string::npos);
  CHECK(overview("algo").find("kubectl") == std::string::npos);
}

TEST_CASE("commands: flags of one name mean the same letter everywhere") {
  for (const CommandInfo& command : commands()) {
    for (const FlagInfo& flag : command.flags) {
      CAPTURE(flag.name);
      if (flag.letter == "o") CHECK(flag.name.starts_with("output"));
      if (flag.name == "help") CHECK(flag.letter == "h");
    }
  }
}

}  // namespace
}  // namespace algo
