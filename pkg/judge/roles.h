#pragma once

#include <string>
#include <vector>

namespace algo::judge {

using Arguments = std::vector<std::string>;

// The roles of algo-judge, picked by its first argument. Each returns the process's exit code; 0
// means that the role did its work, whatever the verdict.

// On the user's machine: judge and both sandboxes, from one bundle folder.
//   local --bundle=DIR --digest=SHA --work=DIR [--cache=DIR] [--result=FILE] [--path=DIRS]
//         [--case=NAME]… [--runs=N] [--fail-fast] [--answer]
[[nodiscard]] int role_local(const Arguments& arguments);

// In the pod, the container "judge". --compiled: the image holds the compiled solution.
//   judge --bundle=DIR --digest=SHA (--build=SOCKET | --compiled) --sandbox=SOCKET --output=DIR
//   [--deadline=SECONDS] [--run=NAME] [--case=NAME]… [--fail-fast]
[[nodiscard]] int role_judge(const Arguments& arguments);

// In the pod, the container "build": verifies the sources, then compiles what the judge asks for.
//   build --listen=SOCKET [--peer-uid=UID] --bundle=DIR --digest=SHA --out=DIR --tmp=DIR
//   [--cache=DIR]
[[nodiscard]] int role_build(const Arguments& arguments);

// In the pod, the container "sandbox", and locally both untrusted sides.
//   sandbox (--listen=SOCKET | --socket-fd=N) [--peer-uid=UID] --out=DIR …
[[nodiscard]] int role_sandbox(const Arguments& arguments);

// In a pod like that of a run, in place of "judge": looks at what holds there (probe_facts.h) and
// at what the sandbox says of itself, writes one frame "probe", and ends.
//   probe --sandbox=SOCKET [--run=NAME] [--address=IP --port=N]  an address to try to reach
[[nodiscard]] int role_probe(const Arguments& arguments);

// Fills an empty folder of compiler caches.  warm --cache=DIR --work=DIR --plan=FILE [--path=DIRS]
[[nodiscard]] int role_warm(const Arguments& arguments);

}  // namespace algo::judge
