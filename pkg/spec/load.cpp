#include "spec/load.h"

#include "base/text.h"
#include "spec/names.h"
#include "spec/read.h"
#include "spec/read_files.h"
#include "spec/yaml_reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace algo::spec {

namespace {

constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxTags = 20;

void expect_word(const Cursor& parent, std::string_view key, std::string_view word) {
  const Cursor at = parent.require(key);
  if (at.text() != word) at.fail("is unknown to this version", "write " + std::string(word));
}

std::string read_name(const Cursor& root) {
  const Cursor metadata = root.require("metadata");
  metadata.allow_keys({"name"});
  const Cursor name = metadata.require("name");
  if (!is_problem_name(name.text())) {
    name.fail("is no name", "at most 40 lower-case letters, digits and dashes, no dash at an end");
  }
  return name.text();
}

std::string read_title(const Cursor& spec) {
  const Cursor title = spec.require("title");
  const std::string& text = title.text();
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (text.empty() || text.size() > kMaxTitle || control) {
    title.fail("is no title", "one line of 1 to " + std::to_string(kMaxTitle) + " bytes");
  }
  return text;
}

std::string read_difficulty(const Cursor& spec) {
  const std::optional<Cursor> at = spec.find("difficulty");
  if (!at) return "";
  const std::string& word = at->text();
  if (word != "easy" && word != "medium" && word != "hard") {
    at->fail("is no difficulty", "easy, medium or hard");
  }
  return word;
}

std::vector<std::string> read_tags(const Cursor& spec) {
  std::vector<std::string> tags;
  const std::optional<Cursor> list = spec.find("tags");
  if (!list) return tags;
  if (list->list_size() > kMaxTags) list->fail("is too long", "at most 20 tags");
  for (std::size_t i = 0; i < list->list_size(); ++i) {
    const Cursor at = list->item(i);
    if (!is_problem_name(at.text())) {
      at.fail("is no tag", "lower-case letters, digits and dashes");
    }
    if (std::find(tags.begin(), tags.end(), at.text()) != tags.end()) {
      at.fail("repeats a tag", "every tag once");
    }
    tags.push_back(at.text());
  }
  return tags;
}

}  // namespace

Problem load_problem(const Source& source, Depth depth) {
  const std::string path = "problem.yaml";
  const std::string bytes = source.read(path, YamlBounds{}.max_bytes);
  Document document = read_yaml(bytes, source.display(path));
  const Cursor root(document);
  root.allow_keys({"apiVersion", "kind", "metadata", "spec"});
  expect_word(root, "apiVersion", kApiVersion);
  expect_word(root, "kind", "Problem");

  Problem problem;
  problem.name = read_name(root);
  const Cursor spec = root.require("spec");
  spec.allow_keys({"title",
                   "difficulty",
                   "tags",
                   "statement",
                   "contract",
                   "function",
                   "compare",
                   "limits",
                   "cases",
                   "casesFrom",
                   "solutions",
                   "generator"});
  problem.title = read_title(spec);
  problem.difficulty = read_difficulty(spec);
  problem.tags = read_tags(spec);
  read_statement(spec, source, problem);
  read_contract(spec, problem);
  read_compare(spec, problem);
  read_limits(spec, problem);
  read_solutions(spec, source, problem);
  read_generator(spec, source, problem);
  if (depth == Depth::kWhole) read_cases(spec, source, problem);
  return problem;
}

}  // namespace algo::spec
