// Stands in for algo-judge in the tests: the program that the helper runs in.
#include "base/error.h"
#include "sandbox/helper.h"

#include <unistd.h>

#include <string>
#include <vector>

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return algo::sandbox::helper_main(algo::sandbox::parse_helper_arguments(arguments));
  } catch (const algo::Error& error) {
    const std::string line = "sandbox_host: " + std::string(error.what()) + "\n";
    return ::write(STDERR_FILENO, line.data(), line.size()) < 0 ? 71 : 70;
  }
}
