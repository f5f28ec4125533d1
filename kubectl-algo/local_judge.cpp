#include "local_judge.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
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
  if (request.judging.fail_fast) arguments.emplace_back("--fail-fast");
  if (request.answers_only) arguments.emplace_back("--answer");
  return arguments;
}

// Before the first case is judged, because a person would rather know now.
void check_writable(World& world, const std::string& result_file) {
  if (result_file.empty()) return;
  if (world.files.is_directory(result_file)) {
    throw Error(ErrorKind::kInput,
                "cannot keep the result in " + result_file,
                "it is a folder",
                "name a file: --result-file=" + result_file + "/result.json");
  }
  // A name like those of the files that become the result, which may lie in a bundle's folder.
  const std::string probe =
      result_file.substr(0, result_file.rfind('/') + 1) + ".kubectl-algo-probe0";
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

bool holds(const Files& files, const std::string& path, const std::string& bytes) {
  try {
    return files.read(path, bytes.size()) == bytes;
  } catch (const Error&) {
    return false;  // gone, or longer
  }
}

// The report is safe in memory; it goes where there is room for it.
[[noreturn]] void keep_elsewhere(World& world,
                                 const LocalRequest& request,
                                 const std::string& bytes,
                                 const std::string& reason) {
  const std::string folder = world.environment.get("TMPDIR").value_or("/tmp");
  const std::string path = folder + "/kubectl-algo-" + request.manifest.problem + "-" +
                           sha256_hex(bytes).substr(0, 12) + ".json";
  std::string next = "the result is in " + path;
  try {
    world.files.write_atomically(path, bytes);
  } catch (const Error&) {
    next = "choose another place with --result-file=FILE; " + path + " cannot be written either";
  }
  throw Error(ErrorKind::kIncomplete,
              "the result could not be kept in " + request.result_file,
              reason,
              next);
}

// What lies in the file must be what came through the stream, which has been verified.
void check_kept(World& world,
                const LocalRequest& request,
                const Follower& follower,
                const std::string& bytes) {
  if (request.result_file.empty()) return;
  if (!follower.result_file_error().empty()) {
    keep_elsewhere(world, request, bytes, follower.result_file_error());
  }
  if (holds(world.files, request.result_file, bytes)) return;
  try {
    world.files.write_atomically(request.result_file, bytes);
  } catch (const Error& error) {
    keep_elsewhere(world, request, bytes, error.why());
  }
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

}  // namespace algo
