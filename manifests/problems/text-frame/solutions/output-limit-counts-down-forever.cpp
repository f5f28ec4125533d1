#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

// An unsigned number is never below 0, so the filling never ends.
int main() {
  std::string line;
  std::getline(std::cin, line);
  std::vector<std::string> lines(std::stoi(line));
  std::size_t width = 0;
  for (std::string& text : lines) {
    std::getline(std::cin, text);
    width = std::max(width, text.size());
  }
  const std::string edge = "+" + std::string(width + 2, '-') + "+\n";
  std::cout << edge;
  for (const std::string& text : lines) {
    std::cout << "| " << text;
    for (std::size_t left = width - text.size(); left >= 0; --left) std::cout << ' ';
    std::cout << "|\n";
  }
  std::cout << edge;
}
