#pragma once

#include "spec/document.h"
#include "spec/problem.h"
#include "spec/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace algo::spec {

// Files of the source that fit the pattern, sorted: a path whose last component may hold `*` (any
// number of characters, no "/"). Throws through `at` when the pattern is no such path or fits no
// file.
[[nodiscard]] std::vector<std::string> find_files(const Cursor& at, const Source& source);

// "cases/large-1.json" -> "large-1"
[[nodiscard]] std::string file_stem(std::string_view path);

// A text file of at most `max_bytes`; throws through `at` when it is missing or no UTF-8.
[[nodiscard]] std::string read_text(const Cursor& at,
                                    const Source& source,
                                    const std::string& path,
                                    std::size_t max_bytes);

// The parts of problem.yaml's `spec` that name other files.
void read_statement(const Cursor& spec, const Source& source, Problem& problem);
void read_solutions(const Cursor& spec, const Source& source, Problem& problem);
void read_generator(const Cursor& spec, const Source& source, Problem& problem);
void read_cases(const Cursor& spec, const Source& source, Problem& problem);

}  // namespace algo::spec
