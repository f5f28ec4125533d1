#pragma once

#include "base/json.h"
#include "judge/classify.h"
#include "sandbox/sandbox.h"

#include <optional>
#include <string>

namespace algo::judge {

// What running one case gave, before and after its answer is compared.
struct Outcome {
  Ruling ruling{};  // kAC: there is an answer to compare
  sandbox::Usage usage{};
  std::optional<Json> answer{};  // function: the value; stdio: a string, the bytes of stdout
  std::string out{};             // function: what the solution printed, cut to the excerpt size
  std::uint64_t out_bytes = 0;
  std::string err{};
  std::uint64_t err_bytes = 0;
  std::string note{};  // e.g. the text of an exception
  // In a process that has served no other case and is no copy of one that others are copies of.
  bool alone = true;
};

// How a solution is run, for all cases alike.
struct RunPlan {
  sandbox::Command command{};
  sandbox::Limits limits{};
  std::uint64_t output = 0;  // bytes of stdout + stderr + answer, per case
  std::vector<std::string> out_of_memory_marks{};
};

inline constexpr std::size_t kExcerptBytes = 4096;

}  // namespace algo::judge
