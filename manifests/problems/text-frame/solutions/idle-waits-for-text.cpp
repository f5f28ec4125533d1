#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

// Skips empty lines, and when the input has ended waits for more to come.
std::string next_text() {
  std::string line;
  while (line.empty()) {
    if (!std::getline(std::cin, line)) {
      std::cin.clear();
      usleep(50'000);
    }
  }
  return line;
}

int main() {
  std::vector<std::string> lines(std::stoi(next_text()));
  std::size_t width = 0;
  for (std::string& text : lines) {
    text = next_text();
    width = std::max(width, text.size());
  }
  const std::string edge = "+" + std::string(width + 2, '-') + "+\n";
  std::cout << edge;
  for (const std::string& text : lines) {
    std::cout << "| " << text << std::string(width - text.size(), ' ') << " |\n";
  }
  std::cout << edge;
}
