#include <iostream>
#include <string>

int main() {
  int n = 0;
  std::cin >> n;
  std::vector<std::string> lines(n);
  for (std::string& line : lines) std::getline(std::cin >> std::ws, line);
  for (const std::string& line : lines) std::cout << "| " << line << " |\n";
}
