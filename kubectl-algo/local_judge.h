#pragma once

#include "follower.h"
#include "op.h"
#include "spec/manifest.h"
#include "submission.h"
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

struct Judged {
  result::Report report{};
  std::string sha256{};      // of the report's bytes, as they were verified and written
  bool interrupted = false;  // then the report is incomplete
  // Why a cluster ended the judging, if the report is incomplete and that is known.
  std::optional<Error> ended_by{};
};

// Judges a bundle on this machine and shows it through `follower`.
// Throws Error: the judge's own failure, an interruption that left no report, or a report that
// could not be kept where it was wanted.
[[nodiscard]] Judged judge_locally(World& world, const LocalRequest& request, Follower& follower);

// The same for a problem and a solution that are in no bundle yet: one is made in a private folder,
// and gone afterwards.
[[nodiscard]] Judged judge_submission(World& world,
                                      const spec::Problem& problem,
                                      const Submission& submission,
                                      const JudgingOp& judging,
                                      bool answers_only,
                                      Follower& follower);

}  // namespace algo
