// Runs a fuzz target on files that are kept: run_seeds FOLDER…
#include "base/files.h"
#include "fuzz/fuzz.h"

#include <cstddef>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

std::size_t run_folder(const std::string& folder) {
  constexpr std::size_t kMaxSeed = std::size_t{16} << 20U;
  const algo::RealFiles files;
  std::size_t count = 0;
  for (const std::string& path : files.list(folder)) {
    // A crash then still tells which seed did it.
    std::fprintf(stderr, "%s/%s\n", folder.c_str(), path.c_str());
    const std::string bytes = files.read(folder + "/" + path, kMaxSeed);
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    static_cast<void>(LLVMFuzzerTestOneInput(data.data(), data.size()));
    ++count;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::size_t count = 0;
    for (int i = 1; i < argc; ++i) count += run_folder(argv[i]);
    std::fprintf(stderr, "%zu seeds\n", count);
    return count > 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
