#include "command_line.h"

#include <charconv>
#include <limits>

namespace algo {
namespace {

constexpr std::uint64_t kMostSize = 100'000'000;
constexpr std::uint64_t kMostSizes = 40;
constexpr std::uint64_t kMostRepeats = 100;
// The generator's languages all read a signed 64-bit integer.
constexpr std::uint64_t kMostSeed = std::numeric_limits<std::int64_t>::max();

std::optional<std::uint64_t> count_of(const CommandLine& line,
                                      const std::string& flag,
                                      std::uint64_t least,
                                      std::uint64_t most) {
  if (!line.has(flag)) return std::nullopt;
  const std::string text = line.get(flag);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    usage_error("--" + flag + "=" + text,
                "a whole number from " + std::to_string(least) + " to " + std::to_string(most),
                line.help());
  }
  return value;
}

// "two-sum/fast.cpp" -> "two-sum"
std::string folder_name(const std::string& path) {
  const std::size_t end = path.rfind('/');
  if (end == std::string::npos || end == 0) return "";
  const std::size_t before = path.rfind('/', end - 1);
  return path.substr(before == std::string::npos ? 0 : before + 1,
                     before == std::string::npos ? end : end - before - 1);
}

void take_both(const CommandLine& line, BenchOp& op) {
  if (line.arguments.size() != 2) {
    usage_error("compare needs two solutions", "", line.help());
  }
  op.solutions = line.arguments;
  op.problem = line.has("problem") ? line.get("problem") : folder_name(op.solutions.front());
  if (op.problem.empty() || op.problem == "." || op.problem == "..") {
    usage_error("which problem do they solve?",
                "the folder of " + op.solutions.front() + " does not say",
                "--problem=PROBLEM");
  }
}

}  // namespace

Op make_growth_op(const CommandLine& line) {
  BenchOp op;
  if (line.command->name == "compare") {
    take_both(line, op);
  } else {
    op.problem = problem_of(line);
    op.solutions = {line.arguments.size() > 1 ? line.arguments[1] : ""};
    op.language = language_of(line);
  }
  op.from = count_of(line, "from", 1, kMostSize);
  op.to = count_of(line, "to", 2, kMostSize);
  op.sizes = count_of(line, "sizes", 2, kMostSizes).value_or(op.sizes);
  op.repeat = count_of(line, "repeat", 1, kMostRepeats).value_or(op.repeat);
  op.seed = count_of(line, "seed", 0, kMostSeed).value_or(op.seed);
  op.plot = line.get("plot");
  op.format = format_of(line, "", Format::kTable);
  return op;
}

}  // namespace algo
