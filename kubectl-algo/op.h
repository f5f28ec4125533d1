#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace algo {

// What one command line asks for, as a value. `parse` makes it; `perform` (perform.h) does it.

enum class Format { kTable, kJson, kYaml, kName, kJunit };

struct ListOp {
  Format format = Format::kTable;
};

struct ShowOp {
  std::string problem{};
  Format format = Format::kTable;
};

struct InitOp {
  std::string problem{};
  std::string language{};
  std::string folder{};  // "" = ./PROBLEM
  bool force = false;
};

struct BuildOp {
  std::string problem{};
  std::string solution{};  // "" = look for one
  std::string language{};
  std::optional<std::chrono::nanoseconds> timeout{};
  std::optional<std::uint64_t> memory_limit{};  // bytes …
  std::string memory_limit_text{};              // … and as given
  std::string image{};
  std::string folder{};  // "" = ./PROBLEM.bundle
};

// What `run` and `test` have in common.
struct JudgingOp {
  std::vector<std::string> cases{};
  bool fail_fast = false;
  std::string result_file{};
  Format format = Format::kTable;
};

struct RunOp {
  std::string bundle{};  // "" = the one here
  JudgingOp judging{};
};

struct TestOp {
  std::string problem{};
  std::string solution{};
  std::string language{};
  bool from_stdin = false;
  JudgingOp judging{};
};

struct VersionOp {
  Format format = Format::kTable;
};

struct HelpOp {
  std::string command{};  // "" = all of them
};

using Op = std::variant<ListOp, ShowOp, InitOp, BuildOp, RunOp, TestOp, VersionOp, HelpOp>;

enum class ColorWhen { kAuto, kAlways, kNever };

struct Invocation {
  Op op{};
  ColorWhen color = ColorWhen::kAuto;
};

}  // namespace algo
