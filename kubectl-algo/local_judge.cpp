#include "local_judge.h"

#include "base/error.h"
#include "base/text.h"
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
  if (request.judging.fail_fast) arguments.emplace_back("--fail-fast");
  if (request.answers_only) arguments.emplace_back("--answer");
  return arguments;
}

// Before the first case is judged, because a person would rather know now.
void check_writable(World& world, const std::string& result_file) {
  if (result_file.empty()) return;
  const std::string probe = result_file + ".probe";
  try {
    world.files.write_atomically(probe, "?");
    world.files.remove_file(probe);
  } catch (const Error& error) {
    throw Error(ErrorKind::kEnvironment,
                "cannot keep the result in " + result_file,
                error.why(),
                "choose another place with --result-file=FILE");
  }
}

// The report is safe in memory; it goes where there is room for it.
[[noreturn]] void keep_elsewhere(World& world,
                                 const LocalRequest& request,
                                 const Follower& follower) {
  const std::string folder = world.environment.get("TMPDIR").value_or("/tmp");
  const std::string path = folder + "/" + request.manifest.problem + "-result.json";
  std::string next = "choose another place with --result-file=FILE";
  try {
    world.files.write_atomically(path, follower.report_bytes());
    next = "the result is in " + path;
  } catch (const Error&) {
    next += "; " + path + " cannot be written either";
  }
  throw Error(ErrorKind::kIncomplete,
              "the result could not be kept in " + request.result_file,
              follower.result_file_error(),
              next);
}

}  // namespace

result::Report judge_locally(World& world, const LocalRequest& request, Follower& follower) {
  check_writable(world, request.result_file);
  const language::Language& language = language::find_language(request.manifest.recipe.language);
  const std::string path = sandbox_path(world.environment);
  const std::string cache = warm_cache(world, language, request.manifest.recipe, path);
  const std::unique_ptr<WorkFolder> work = world.judges.make_work_folder();
  const JudgeExit exit = world.judges.run(judge_arguments(request, work->path(), cache, path),
                                          [&](std::string_view bytes) { follower.feed(bytes); });
  const std::optional<result::Report> report = follower.report();
  if (exit.interrupted) {
    std::string kept;
    if (report && !report->cases.empty() && !request.result_file.empty()) {
      kept = std::to_string(report->cases.size()) + " judged cases are in " + request.result_file;
    }
    throw Error(ErrorKind::kInterrupted, "interrupted", "", kept);
  }
  if (follower.failure()) throw Error(*follower.failure());
  if (!report) {
    throw Error(ErrorKind::kInternal,
                "the judge ended without a result (exit code " + std::to_string(exit.code) + ")",
                printable(exit.complaint));
  }
  if (!follower.result_file_error().empty()) keep_elsewhere(world, request, follower);
  return *report;
}

}  // namespace algo
