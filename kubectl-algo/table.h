#pragma once

#include <string>
#include <vector>

namespace algo {

using TableRow = std::vector<std::string>;

// A table as kubectl prints them: columns as wide as they need, three spaces apart, the last one
// open. All rows are as long as the first.
[[nodiscard]] std::string table(const std::vector<TableRow>& rows);

}  // namespace algo
