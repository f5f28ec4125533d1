#include "submission.h"

#include "base/error.h"
#include "base/text.h"
#include "spec/load.h"

namespace algo {
namespace {

// ConfigMaps hold the sources, and no person writes more.
constexpr std::size_t kMaxSourceBytes = std::size_t{256} << 10U;

std::string checked_source(std::string text, const std::string& origin) {
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    throw Error(ErrorKind::kInput,
                origin + " is no source file",
                "there is a NUL byte at offset " + std::to_string(nul));
  }
  if (const auto bad = find_invalid_utf8(text)) {
    throw Error(ErrorKind::kInput,
                origin + " is not UTF-8",
                "the byte at offset " + std::to_string(*bad) + " is not");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw Error(ErrorKind::kInput, origin + " is empty");
  }
  return text;
}

const language::Language& language_for(const std::string& path, const std::string& language) {
  if (!language.empty()) return language::find_language(language);
  if (const language::Language* found = language::language_of_file(path)) return *found;
  throw Error(ErrorKind::kInput,
              "cannot tell the language of " + path,
              "its file extension is not known",
              "say it with --lang=LANGUAGE");
}

Submission named(const World& world, const std::string& path, const std::string& language) {
  const language::Language& row = language_for(path, language);
  return {&row, checked_source(world.files.read(path, kMaxSourceBytes), path), path};
}

// ./PROBLEM/solution.EXT of the language asked for, or the only one.
std::optional<Submission> in_folder(const World& world,
                                    const std::string& problem,
                                    const std::string& language) {
  std::vector<std::string> found;
  for (const language::Language& row : language::languages()) {
    const std::string path = problem + "/solution" + std::string(row.extension);
    const bool wanted = language.empty() || language == row.id;
    if (wanted && world.files.exists(path)) found.push_back(path);
  }
  if (found.empty()) return std::nullopt;
  if (found.size() > 1) {
    throw Error(ErrorKind::kInput,
                "there are several solutions: " + join(found, ", "),
                "",
                "name one, or say --lang=LANGUAGE");
  }
  return named(world, found.front(), language);
}

}  // namespace

Submission find_reference(const LoadedProblem& loaded, const std::string& language) {
  for (const language::Language& row : language::languages()) {
    if (!language.empty() && language != row.id) continue;
    const std::string path = "solutions/accepted" + std::string(row.extension);
    if (!loaded.source->exists(path)) continue;
    Submission found = source_in_problem(loaded, path);
    found.origin = "reference solution: " + found.origin;
    return found;
  }
  throw Error(ErrorKind::kInput,
              loaded.problem.name + " has no reference solution" +
                  (language.empty() ? "" : " in " + language),
              "",
              "name a solution of your own");
}

Submission source_in_problem(const LoadedProblem& loaded, const std::string& path) {
  const std::string shown = loaded.source->display(path);
  const language::Language& row = language_for(path, "");
  return {&row, checked_source(loaded.source->read(path, kMaxSourceBytes), shown), shown};
}

LoadedProblem load(const World& world, const std::string& id_or_folder) {
  LoadedProblem loaded;
  loaded.catalog = std::make_unique<catalog::Catalog>(
      world.files, world.environment.get("ALGO_PATH").value_or(""));
  loaded.source = loaded.catalog->open(id_or_folder);
  loaded.problem = spec::load_problem(*loaded.source);
  return loaded;
}

Submission find_submission(const World& world,
                           const LoadedProblem& loaded,
                           const std::string& solution,
                           const std::string& language) {
  if (!language.empty()) static_cast<void>(language::find_language(language));
  if (!solution.empty()) return named(world, solution, language);
  if (auto own = in_folder(world, loaded.problem.name, language)) return *own;
  return find_reference(loaded, language);
}

}  // namespace algo
