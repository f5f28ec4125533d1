// Build tool: packs a folder into the archive that the program carries.
//   pack FOLDER ARCHIVE
#include "base/error.h"
#include "base/files.h"
#include "catalog/archive.h"

#include <cstddef>
#include <cstdio>
#include <map>
#include <string>

int main(int argc, char** argv) {
  constexpr std::size_t kMaxFile = std::size_t{16} << 20U;
  try {
    if (argc != 3) throw algo::Error(algo::ErrorKind::kUsage, "usage: pack FOLDER ARCHIVE");
    const std::string folder = argv[1];
    algo::RealFiles disk;
    std::map<std::string, std::string> files;
    for (const std::string& path : disk.list(folder)) {
      files[path] = disk.read(folder + "/" + path, kMaxFile);
    }
    disk.write_atomically(argv[2], algo::catalog::pack(files));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "pack: %s\n", error.what());
    return 1;
  }
}
