#include "kept_result.h"

#include "base/digest.h"
#include "base/error.h"

namespace algo {
namespace {

bool holds(const Files& files, const std::string& path, const std::string& bytes) {
  try {
    return files.read(path, bytes.size()) == bytes;
  } catch (const Error&) {
    return false;  // gone, or longer
  }
}

}  // namespace

void check_writable(World& world, const std::string& result_file) {
  if (result_file.empty()) return;
  if (world.files.is_directory(result_file)) {
    throw Error(ErrorKind::kInput,
                "cannot keep the result in " + result_file,
                "it is a folder",
                "name a file: --result-file=" + result_file + "/result.json");
  }
  // A name like those of the files that become the result, which may lie in a bundle's folder.
  const std::string probe =
      result_file.substr(0, result_file.rfind('/') + 1) + ".kubectl-algo-probe0";
  try {
    world.files.write_atomically(probe, "?");
    world.files.remove_file(probe);
  } catch (const Error& error) {
    throw Error(ErrorKind::kEnvironment,
                "cannot keep the result in " + result_file,
                error.why(),
                "choose another place with --result-file=FILE");
  }
}

void keep_elsewhere(World& world,
                    const std::string& result_file,
                    const std::string& bytes,
                    const std::string& reason) {
  const std::string folder = world.environment.get("TMPDIR").value_or("/tmp");
  const std::string path =
      folder + "/kubectl-algo-result-" + sha256_hex(bytes).substr(0, 12) + ".json";
  std::string next = "the result is in " + path;
  try {
    world.files.write_atomically(path, bytes);
  } catch (const Error&) {
    next = "choose another place with --result-file=FILE; " + path + " cannot be written either";
  }
  throw Error(
      ErrorKind::kIncomplete, "the result could not be kept in " + result_file, reason, next);
}

void keep_result(World& world, const std::string& result_file, const std::string& bytes) {
  if (result_file.empty() || holds(world.files, result_file, bytes)) return;
  try {
    world.files.write_atomically(result_file, bytes);
  } catch (const Error& error) {
    keep_elsewhere(world, result_file, bytes, error.why());
  }
}

}  // namespace algo
