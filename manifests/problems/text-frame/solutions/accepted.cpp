#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

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
    std::cout << "| " << text << std::string(width - text.size(), ' ') << " |\n";
  }
  std::cout << edge;
}
