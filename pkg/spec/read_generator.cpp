#include "spec/names.h"
#include "spec/read_files.h"

#include <cstdint>
#include <optional>

namespace algo::spec {

namespace {

constexpr std::uint64_t kMostSize = 100'000'000;

}  // namespace

void read_generator(const Cursor& spec, const Source& source, Problem& problem) {
  const std::optional<Cursor> at = spec.find("generator");
  if (!at) return;
  at->allow_keys({"file", "from", "to"});
  const Cursor file = at->require("file");
  const Cursor from = at->require("from");
  const Cursor to = at->require("to");
  Generator generator{file.text(), from.whole_number(1, kMostSize), to.whole_number(1, kMostSize)};
  if (!is_relative_path(generator.path)) {
    file.fail("is no path inside the problem's folder", "such as generators/growth.py");
  }
  if (!source.exists(generator.path)) {
    file.fail("does not exist", "a program in the problem's folder");
  }
  if (generator.to <= generator.from) to.fail("is not above from", "from < to");
  problem.generator = std::move(generator);
}

}  // namespace algo::spec
