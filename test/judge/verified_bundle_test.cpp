#include "judge/verified_bundle.h"

#include "base/digest.h"
#include "base/error.h"
#include "spec/problem_json.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

namespace algo::judge {
namespace {

spec::Problem small_problem() {
  spec::Problem problem;
  problem.name = "sum";
  problem.contract = spec::Contract::kStdio;
  problem.compare.mode = spec::Compare::Mode::kTokens;
  problem.limits.wall = std::chrono::seconds(3);
  spec::Case one;
  one.name = "a";
  one.input = "1 2";
  one.output = "3";
  problem.cases = {one};
  return problem;
}

// A bundle folder in memory, and the digest that a run of it would name.
struct Folder {
  test::VirtualFiles files;
  std::string digest;
};

Folder make_folder(std::size_t parts) {
  Folder folder;
  const std::string cases = dump_json(spec::to_cases_json(small_problem()));
  spec::Manifest manifest;
  manifest.problem = "sum";
  manifest.judge_sha256 = std::string(64, '0');
  manifest.recipe.language = "python";
  manifest.recipe.run = {"python3", "{out}/solution.py"};
  manifest.content["test-cases.json"] = sha256_hex(cases);
  manifest.content["src/solution.py"] = sha256_hex("print(3)");
  folder.digest = spec::manifest_digest(manifest);
  folder.files.write_atomically("/b/bundle.json", spec::to_bundle_json(manifest, false));
  folder.files.write_atomically("/b/src/solution.py", "print(3)");
  if (parts == 1) {
    folder.files.write_atomically("/b/test-cases.json", cases);
  } else {
    folder.files.write_atomically("/b/test-cases.json.000", cases.substr(0, 20));
    folder.files.write_atomically("/b/test-cases.json.001", cases.substr(20));
  }
  return folder;
}

std::string refusal(const Folder& folder, const std::string& digest) {
  try {
    const VerifiedBundle bundle = read_verified_bundle(folder.files, "/b", digest);
    static_cast<void>(read_verified_sources(folder.files, "/b", bundle.manifest));
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInput);
    return error.what();
  }
}

TEST_CASE("read_verified_bundle: reads cases whole or in parts") {
  for (const std::size_t parts : {1U, 2U}) {
    CAPTURE(parts);
    const Folder folder = make_folder(parts);
    const VerifiedBundle bundle = read_verified_bundle(folder.files, "/b", folder.digest);
    CHECK(bundle.problem.cases.size() == 1);
    CHECK(read_verified_sources(folder.files, "/b", bundle.manifest).at("solution.py") ==
          "print(3)");
  }
}

TEST_CASE("read_verified_bundle: names the file that is not the bundle's") {
  for (const char* path : {"test-cases.json", "src/solution.py"}) {
    CAPTURE(path);
    Folder folder = make_folder(1);
    std::string bytes = folder.files.read(std::string("/b/") + path, 1 << 20);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    folder.files.write_atomically(std::string("/b/") + path, bytes);
    CHECK(refusal(folder, folder.digest).find(path) != std::string::npos);
  }
}

TEST_CASE("read_verified_bundle: refuses a bundle other than the one asked for") {
  const Folder folder = make_folder(1);
  CHECK(refusal(folder, "sha256:" + std::string(64, '0')).find("bundle.json") == 0);
}

}  // namespace
}  // namespace algo::judge
