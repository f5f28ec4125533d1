#pragma once

#include "judge/classify.h"
#include "judge/interrupt.h"
#include "result/report.h"
#include "sandbox/sandbox.h"
#include "spec/manifest.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace algo::judge {

// Folders of one judging, as the sandboxes see them.
struct Places {
  std::string src{};    // verified sources, read-only
  std::string out{};    // what compiling makes; read-only for the solution
  std::string tmp{};    // scratch of the compiler
  std::string cache{};  // warm compiler caches; "" = none
  bool image = false;   // the toolchain is a container image's: nothing can be installed
};

// The words of a recipe's command with {src}, {out}, {tmp} and {cache} put in.
[[nodiscard]] std::vector<std::string> fill_in(const std::vector<std::string>& words,
                                               const Places& places);
[[nodiscard]] std::map<std::string, std::string> fill_in_values(
    const std::map<std::string, std::string>& env, const Places& places);
[[nodiscard]] sandbox::Command run_command(const spec::Recipe& recipe, const Places& places);

// Is given all that a command has written so far, again and again while it runs; an empty log when
// it starts.
using LogSink = std::function<void(std::string_view)>;

// A compile that is given up without having had its CPU time is the machine's fault, not the
// solution's: kIE. Causes: "compiler", "time", "busy".
struct Compiled {
  result::CompileResult result{};
  Ruling ruling{};  // kAC, kCE or kIE
};

// Compiles in the sandbox `box` (policy kCompile). A solution that does not compile is data.
// Throws Error(kEnvironment) that says what to install, or that another image is needed, when the
// toolchain is not there; Interrupted.
[[nodiscard]] Compiled compile(sandbox::Sandbox& box,
                               const spec::Recipe& recipe,
                               const Places& places,
                               const Interrupt& interrupt,
                               const LogSink& on_log);

}  // namespace algo::judge
