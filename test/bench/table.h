#pragma once

#include <string>
#include <vector>

namespace algo::bench {

struct Row {
  std::string what{};
  std::string ours{};    // median (smallest to largest)
  std::string beside{};  // what it was measured beside, the same way
  std::string result{};  // what follows from the two
  std::string target{};
};

// A Markdown table, its columns aligned for reading as plain text too.
[[nodiscard]] std::string to_markdown(const std::vector<Row>& rows);

// "Intel Xeon …, 2 CPUs, Linux 6.1.0": what the numbers were measured on.
[[nodiscard]] std::string machine();

}  // namespace algo::bench
