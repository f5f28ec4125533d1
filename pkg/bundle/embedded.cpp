#include "bundle/embedded.h"

#include "runner_facts.h"

// Defined in embedded.S.
// NOLINTBEGIN(readability-identifier-naming): named as assembler names are
extern "C" {
extern const char algo_embedded_judge[];
extern const char algo_embedded_judge_end[];
extern const char algo_embedded_runner_yaml[];
extern const char algo_embedded_runner_yaml_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace algo::bundle {

const Runner& embedded_runner() {
  static const Runner kRunner{.version = facts::kVersion,
                              .platform = facts::kPlatform,
                              .bytes = facts::kBytes,
                              .sha256 = facts::kSha256,
                              .yaml = {algo_embedded_runner_yaml, algo_embedded_runner_yaml_end},
                              .yaml_sha256 = facts::kYamlSha256};
  return kRunner;
}

std::string_view embedded_judge() {
  return {algo_embedded_judge, algo_embedded_judge_end};
}

}  // namespace algo::bundle
