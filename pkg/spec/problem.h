#pragma once

#include "base/json.h"
#include "spec/type.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace algo::spec {

inline constexpr std::string_view kApiVersion = "algorithm/v1alpha1";

// How a solution is called. (The contracts "interactive" and "plugin" are reserved words of the
// format; this version refuses them by name.)
enum class Contract { kFunction, kStdio };

// Inclusive bounds: of the value for a number, of the length for an array, list, tree or string
// (trees: nodes; strings: code points). Held as JSON numbers, so that a long keeps all its digits.
struct Bounds {
  std::optional<Json> min{};
  std::optional<Json> max{};
};

struct Param {
  std::string name{};
  Type type{};
  bool optional = false;                // the argument may be left out of a case or be null
  std::optional<Json> default_value{};  // what an argument left out becomes; set when optional
  Bounds bounds{};
  Bounds items{};  // bounds of the innermost elements of an array, list or tree
};

struct Method {
  std::string name{};
  std::vector<Param> params{};
  Type returns{};
};

// contract: function. Either one function, or (when `class_name` is set) a class whose constructor
// and methods a case calls in turn.
//   function: case input = [arg, …]; output = the returned value, or the final value of parameter
//             `in_place` when the function returns void.
//   class:    case input = [[names, …], [[args, …], …]], the first name being the class itself;
//             output = one value per call, null for the constructor and for void.
struct Function {
  std::string class_name{};
  Method call{};           // the function, or the constructor
  std::string in_place{};  // name of the parameter that is the answer; "" if none
  std::vector<Method> methods{};

  [[nodiscard]] bool is_class() const { return !class_name.empty(); }
  // Of a function that is not a class: what it returns, or the type of its in-place parameter.
  [[nodiscard]] const Type& answer_type() const {
    for (const Param& param : call.params) {
      if (!in_place.empty() && param.name == in_place) return param.type;
    }
    return call.returns;
  }
};

struct Compare {
  enum class Mode { kExact, kUnordered, kFloat, kTokens, kLines };
  Mode mode = Mode::kExact;
  int depth = 0;   // kUnordered: arrays down to this depth are multisets
  double abs = 0;  // kFloat: accepted when within either
  double rel = 0;
};

struct Limits {
  std::chrono::nanoseconds time{std::chrono::seconds(1)};  // CPU, user + system, per case
  std::chrono::nanoseconds wall{
      0};  // per case; 0 in the file = 2 × time + 1 s, filled in when read
  std::uint64_t memory = std::uint64_t{128} << 20U;
  std::uint64_t output = std::uint64_t{8} << 20U;  // stdout + stderr + answer, per case
  std::uint32_t processes = 64;                    // processes and threads at once
};

struct Case {
  std::string name{};
  std::string group{};
  bool sample = false;
  Json input{};        // function: array of arguments; stdio: string with the bytes of stdin
  Json output{};       // function: the expected value; stdio: string
  std::string text{};  // of test-cases.json, in place of input and output until load_case
};

// A solution that comes with the problem. Its file name begins with the verdict that it must get:
// accepted, wrong-answer, time-limit, memory-limit, output-limit, run-time-error, compile-error,
// idle, forbidden; then optionally "-…", then the language's extension.
struct SolutionFile {
  std::string path{};      // relative to the problem's folder
  std::string expected{};  // verdict code: AC WA TLE MLE OLE RTE CE ILE SEC
};

// What writes growing inputs, for measuring how a solution's time grows: a program that reads one
// line "N SEED" (decimal; N the wanted size, SEED below 2^63) and prints one input of about that
// size. contract function: one JSON value per line and argument; stdio: the input itself. The same
// line gives the same input. Its language is told by the extension of its file.
struct Generator {
  std::string path{};      // relative to the problem's folder
  std::uint64_t from = 0;  // the smallest and the largest N that make sense
  std::uint64_t to = 0;
};

struct Problem {
  std::string name{};
  std::string title{};
  std::string difficulty{};
  std::vector<std::string> tags{};
  std::string statement{};  // text of the statement file (Markdown)
  Contract contract = Contract::kFunction;
  Function function{};
  Compare compare{};
  Limits limits{};
  std::vector<Case> cases{};
  std::vector<SolutionFile> solutions{};
  std::optional<Generator> generator{};
};

}  // namespace algo::spec
