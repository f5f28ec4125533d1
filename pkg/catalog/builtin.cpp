#include "catalog/archive.h"

#include <cstddef>

// From builtin.S. NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char algo_builtin_problems[];
extern const char algo_builtin_problems_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace algo::catalog {

std::string_view builtin_archive() {
  const auto size = static_cast<std::size_t>(algo_builtin_problems_end - algo_builtin_problems);
  return {algo_builtin_problems, size};
}

}  // namespace algo::catalog
