// Build-time tool: compresses the judge and says how large it was.
//   algo_pack_judge PROGRAM PACKED HEADER
#include "base/encoding.h"
#include "base/files.h"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    algo::RealFiles files;
    const std::string program = files.read(argv[1], std::size_t{64} << 20U);
    files.write_atomically(argv[2], algo::zlib_compress(program));
    files.write_atomically(argv[3],
                           "#define ALGO_JUDGE_BYTES " + std::to_string(program.size()) + "U\n");
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "algo_pack_judge: " << error.what() << '\n';
    return 1;
  }
}
