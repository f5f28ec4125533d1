#include "base/error.h"
#include "base/text.h"
#include "language/c.h"
#include "language/cpp.h"
#include "language/go.h"
#include "language/java.h"
#include "language/javascript.h"
#include "language/language.h"
#include "language/python.h"
#include "language/rust.h"
#include "language/typescript.h"

#include <array>

namespace algo::language {
namespace {

constexpr std::array kRows{
    Language{.id = "go",
             .title = "Go",
             .extension = ".go",
             .image = "golang:1.26",
             .runtime_image = "scratch",
             .sources = go::sources,
             .stub = go::stub,
             .recipe = go::recipe,
             .warm_up = go::warm_up},
    Language{.id = "c",
             .title = "C",
             .extension = ".c",
             .image = "gcc:14",
             .runtime_image = "scratch",
             .sources = c::sources,
             .stub = c::stub,
             .recipe = c::recipe,
             .warm_up = c::warm_up},
    Language{.id = "cpp",
             .title = "C++",
             .extension = ".cpp",
             .image = "gcc:14",
             .runtime_image = "scratch",
             .sources = cpp::sources,
             .stub = cpp::stub,
             .recipe = cpp::recipe,
             .warm_up = cpp::warm_up},
    Language{.id = "java",
             .title = "Java",
             .extension = ".java",
             .image = "eclipse-temurin:21",
             .runtime_image = "eclipse-temurin:21-jre",
             .sources = java::sources,
             .stub = java::stub,
             .recipe = java::recipe,
             .warm_up = java::warm_up},
    Language{.id = "python",
             .title = "Python",
             .extension = ".py",
             .image = "python:3.13",
             .runtime_image = "python:3.13-slim",
             .sources = python::sources,
             .stub = python::stub,
             .recipe = python::recipe,
             .warm_up = python::warm_up},
    Language{.id = "rust",
             .title = "Rust",
             .extension = ".rs",
             .image = "rust:1.95-slim",
             .runtime_image = "scratch",
             .sources = rust::sources,
             .stub = rust::stub,
             .recipe = rust::recipe,
             .warm_up = rust::warm_up},
    Language{.id = "javascript",
             .title = "JavaScript",
             .extension = ".js",
             .image = "node:22",
             .runtime_image = "node:22-slim",
             .sources = javascript::sources,
             .stub = javascript::stub,
             .recipe = javascript::recipe,
             .warm_up = javascript::warm_up},
    Language{.id = "typescript",
             .title = "TypeScript",
             .extension = ".ts",
             .image = "node:22",
             .runtime_image = "node:22-slim",
             .sources = typescript::sources,
             .stub = typescript::stub,
             .recipe = typescript::recipe,
             .warm_up = typescript::warm_up},
};

}  // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> kLanguages(kRows.begin(), kRows.end());
  return kLanguages;
}

const Language& find_language(std::string_view id) {
  std::vector<std::string> ids;
  for (const Language& language : languages()) {
    if (language.id == id) return language;
    ids.emplace_back(language.id);
  }
  const std::vector<std::string> near = nearest(id, ids);
  throw Error(ErrorKind::kUsage,
              "no language \"" + printable(shorten(id, 40)) + "\"",
              "known: " + join(ids, ", "),
              near.empty() ? "" : "did you mean " + join(near, " or ") + "?");
}

const Language* language_of_file(std::string_view path) {
  for (const Language& language : languages()) {
    if (path.size() > language.extension.size() && path.ends_with(language.extension)) {
      return &language;
    }
  }
  return nullptr;
}

}  // namespace algo::language
