#include "local_judge.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
#include "bundle/embedded.h"
#include "bundle_folder.h"
#include "kept_result.h"
#include "language/language.h"
#include "toolchain.h"

namespace algo {
namespace {

std::vector<std::string> judge_arguments(const LocalRequest& request,
                                         const std::string& work,
                                         const std::string& cache,
                                         const std::string& path) {
  std::vector<std::string> arguments{"local",
                                     "--bundle=" + request.bundle,
                                     "--digest=" + spec::manifest_digest(request.manifest),
                                     "--work=" + work,
                                     "--path=" + path};
  if (!cache.empty()) arguments.push_back("--cache=" + cache);
  if (!request.result_file.empty()) arguments.push_back("--result=" + request.result_file);
  for (const std::string& name : request.judging.cases) arguments.push_back("--case=" + name);
  if (request.judging.runs > 1) {
    arguments.push_back("--runs=" + std::to_string(request.judging.runs));
  }
  if (request.judging.fail_fast) arguments.emplace_back("--fail-fast");
  if (request.answers_only) arguments.emplace_back("--answer");
  return arguments;
}

// What lies in the file must be what came through the stream, which has been verified.
void check_kept(World& world,
                const LocalRequest& request,
                const Follower& follower,
                const std::string& bytes) {
  if (request.result_file.empty()) return;
  if (!follower.result_file_error().empty()) {
    keep_elsewhere(world, request.result_file, bytes, follower.result_file_error());
  }
  keep_result(world, request.result_file, bytes);
}

[[noreturn]] void report_is_missing(const LocalRequest& request,
                                    const Follower& follower,
                                    const JudgeExit& exit) {
  if (const auto& failure = follower.failure()) throw Error(*failure);
  if (exit.interrupted) {
    const std::size_t judged = follower.judged();
    const bool kept = judged > 0 && !request.result_file.empty();
    throw Error(ErrorKind::kInterrupted,
                "interrupted",
                judged == 0 ? "" : "cases judged: " + std::to_string(judged),
                kept ? "what was kept of them is in " + request.result_file : "");
  }
  throw Error(ErrorKind::kInternal,
              "the judge ended without a result (exit code " + std::to_string(exit.code) + ")",
              printable(to_valid_utf8(exit.complaint)));
}

}  // namespace

Judged judge_locally(World& world, const LocalRequest& request, Follower& follower) {
  check_writable(world, request.result_file);
  const language::Language& language = language::find_language(request.manifest.recipe.language);
  const std::string path = sandbox_path(world.environment);
  const std::string cache = warm_cache(world, language, request.manifest.recipe, path);
  const std::unique_ptr<TemporaryFolder> work = world.folders.make_private();
  const JudgeExit exit = world.judges.run(judge_arguments(request, work->path(), cache, path),
                                          [&](std::string_view bytes) { follower.feed(bytes); });
  follower.finish();
  const std::optional<std::string> bytes = follower.report_bytes();
  if (follower.failure() || !bytes) report_is_missing(request, follower, exit);
  Judged judged{result::parse_report(*bytes, "the judge's report"), sha256_hex(*bytes)};
  judged.interrupted = exit.interrupted && !judged.report.complete;
  check_kept(world, request, follower, *bytes);
  return judged;
}

Judged judge_submission(World& world,
                        const spec::Problem& problem,
                        const Submission& submission,
                        const JudgingOp& judging,
                        bool answers_only,
                        Follower& follower) {
  bundle::Options options;
  options.for_job = false;
  const bundle::Bundle bundle = bundle::make_bundle(problem,
                                                    *submission.language,
                                                    submission.text,
                                                    options,
                                                    bundle::embedded_runner(),
                                                    ALGO_VERSION);
  const std::unique_ptr<TemporaryFolder> work = world.folders.make_private();
  LocalRequest request;
  request.bundle = work->path() + "/" + bundle.id + ".bundle";
  write_bundle(world, bundle, request.bundle);
  request.manifest =
      spec::from_bundle_json(bundle.files.at(bundle::kManifestFile), bundle::kManifestFile);
  request.judging = judging;
  request.result_file = judging.result_file;
  request.answers_only = answers_only;
  return judge_locally(world, request, follower);
}

}  // namespace algo
