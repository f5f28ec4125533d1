#include "bench/table.h"

#include <sys/utsname.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

namespace algo::bench {
namespace {

using Cells = std::array<std::string, 5>;

Cells cells_of(const Row& row) {
  return {row.what, row.ours, row.beside, row.result, row.target};
}

// Code points, which is columns for what stands in this table.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

std::string to_markdown(const std::vector<Row>& rows) {
  std::vector<Cells> lines{{"what", "ours", "beside it", "result", "target"}};
  for (const Row& row : rows) lines.push_back(cells_of(row));
  std::array<std::size_t, 5> widths{};
  for (const Cells& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], width_of(line[i]));
  }
  std::string text;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      text += "| " + lines[n][i] + std::string(widths[i] - width_of(lines[n][i]) + 1, ' ');
    }
    text += "|\n";
    if (n > 0) continue;
    for (const std::size_t width : widths) text += "|" + std::string(width + 2, '-');
    text += "|\n";
  }
  return text;
}

std::string machine() {
  std::string model = "unnamed CPU";
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const std::size_t colon = line.find(": ");
    if (!line.starts_with("model name") || colon == std::string::npos) continue;
    model = line.substr(colon + 2);
    break;
  }
  utsname kernel{};
  ::uname(&kernel);
  return model + ", " + std::to_string(std::thread::hardware_concurrency()) + " CPUs, " +
         &kernel.sysname[0] + " " + &kernel.release[0];
}

}  // namespace algo::bench
