#pragma once

#include "base/json.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace algo::spec {

inline constexpr std::string_view kBundleSchema = "kubectl-algo/bundle/v1";

// How to turn the files of src/ into a running solution, in any language: what pkg/language knows,
// reduced to data that the judge can follow without knowing languages.
// Words of a command may hold {src} (read-only sources), {out} (the build's output folder),
// {tmp} (scratch, gone afterwards) and {cache} (warm compiler caches, read-only; may be empty).
struct Recipe {
  std::string language{};                           // "go"
  std::vector<std::string> identify{};              // argv that prints the compiler's version
  std::vector<std::vector<std::string>> compile{};  // run in turn; the first failure is CE
  std::map<std::string, std::string> compile_env{};
  std::vector<std::string> run{};                // argv of the solution
  std::map<std::string, std::string> run_env{};  // what the runtime cannot do without
  // Variables that make `run` stand still once its runtime has started, before it reads the
  // solution, and go on in copies (pkg/sandbox/zygote.h); empty where the runtime cannot.
  std::map<std::string, std::string> zygote_env{};
  std::chrono::nanoseconds compile_time{};  // CPU limit of all compile commands together
  std::uint64_t compile_memory = 0;
  // Which system calls the solution may make: "native", "runtime" (event loops too: Go, Python) or
  // "jit" (virtual machines too: JVM, Node).
  std::string calls = "native";
  std::uint64_t data_overhead = 0;                 // RLIMIT_DATA = memory limit + this
  std::vector<std::string> out_of_memory_marks{};  // stderr text that means MLE, not RTE
  std::string package{};                           // Debian package that has the toolchain
  // The one clear line when the signature does not fit: when compiling fails and the log holds one
  // of `signature_marks`, the declaration of `function_name` in `solution_file` is quoted against
  // `signature`.
  std::string function_name{};
  std::string signature{};
  std::vector<std::string> signature_marks{};
  std::string solution_file{};  // "solution.go"
};

// bundle.json. `content` is what the pod uses and what `digest` is the digest of; `files` also
// covers the files that carry the digest themselves (job.yaml …) and exists only on the user's
// disk.
struct Manifest {
  std::string tool_version{};
  std::string problem{};
  Recipe recipe{};
  std::string judge_sha256{};  // of the algo-judge binary in runner.yaml
  std::map<std::string, std::string>
      content{};                               // path -> sha256: src/…, test-cases.json, spec.yaml
  std::map<std::string, std::string> files{};  // path -> sha256 of everything else; "" in the pod
};

// "sha256:<hex>" over the canonical JSON of everything in the manifest except `files`.
[[nodiscard]] std::string manifest_digest(const Manifest& manifest);
// Bytes of bundle.json; `with_files` is false for the copy that goes into the pod.
[[nodiscard]] std::string to_bundle_json(const Manifest& manifest, bool with_files);
// Refuses unknown schema and keys, and a recorded digest that does not fit the content.
// Throws Error(kInput).
[[nodiscard]] Manifest from_bundle_json(const std::string& bytes, const std::string& name);

}  // namespace algo::spec
