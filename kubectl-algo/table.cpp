#include "table.h"

#include "result/terminal_text.h"

#include <algorithm>

namespace algo {

std::string table(const std::vector<TableRow>& rows) {
  constexpr std::size_t gap = 3;
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const TableRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], result::columns(row[i]));
    }
  }
  std::string text;
  for (const TableRow& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      text += result::pad_right(row[i], widths[i] + gap);
    }
    text += row.back() + "\n";
  }
  return text;
}

}  // namespace algo
