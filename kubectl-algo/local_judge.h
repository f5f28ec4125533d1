#pragma once

#include "follower.h"
#include "language/language.h"
#include "op.h"
#include "spec/manifest.h"
#include "world.h"

#include <string>

namespace algo {

struct LocalRequest {
  std::string bundle{};  // a folder whose files have been verified
  spec::Manifest manifest{};
  std::string result_file{};  // "" = not kept
  bool answers_only = false;
  JudgingOp judging{};
};

// Judges a bundle on this machine and shows it through `follower`; returns the report.
// Throws Error: the judge's own failure, an interruption (after showing what there is), or a result
// that could not be kept where it was wanted.
[[nodiscard]] result::Report judge_locally(World& world,
                                           const LocalRequest& request,
                                           Follower& follower);

}  // namespace algo
