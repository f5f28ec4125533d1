#pragma once

#include "spec/manifest.h"
#include "spec/problem.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace algo::language {

// One programming language: a row of the table in table.cpp plus its templates. Everything that
// differs between languages is here; everything else in the program only passes it on.
struct Language {
  std::string_view id;             // "go"
  std::string_view title;          // "Go"
  std::string_view extension;      // ".go"
  std::string_view image;          // official image that has the toolchain: "golang:1.26"
  std::string_view runtime_image;  // last stage of the Dockerfile: "scratch"
  // Sources of a submission: file name -> text. Adds the driver, and what the solution lacks to be
  // a file of its language (Go: the package clause).
  std::map<std::string, std::string> (*sources)(const spec::Problem&, const std::string& solution);
  // A file that compiles and answers nothing useful yet; for `init`.
  std::string (*stub)(const spec::Problem&);
  spec::Recipe (*recipe)(const spec::Problem&);
  // Commands that fill an empty {cache} once per machine or image, so that compiling is fast.
  std::vector<std::vector<std::string>> (*warm_up)();
};

[[nodiscard]] const std::vector<Language>& languages();
// By id; throws Error(kUsage) with the nearest names.
[[nodiscard]] const Language& find_language(std::string_view id);
// By file extension; nullptr when none fits.
[[nodiscard]] const Language* language_of_file(std::string_view path);

}  // namespace algo::language
