#include "catalog/archive.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace algo::catalog {

namespace {

const std::map<std::string, std::string> kFiles = {
    {"a/problem.yaml", "x: 1\n"}, {"a/empty", ""}, {"b/cases/1.in", std::string(100'000, 'x')}};

bool opens(const std::string& bytes) {
  try {
    const Archive archive(bytes);
    for (const auto& [path, file] : archive.files()) static_cast<void>(Archive::unpack(file));
    return true;
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInternal);
    return false;
  }
}

}  // namespace

TEST_CASE("Archive: gives back what pack took") {
  const std::string bytes = pack(kFiles);
  CHECK(bytes.size() < 2000);
  const Archive archive(bytes);
  REQUIRE(archive.files().size() == kFiles.size());
  for (const auto& [path, content] : kFiles) {
    CAPTURE(path);
    CHECK(Archive::unpack(archive.files().at(path)) == content);
  }
}

TEST_CASE("pack: same files, same bytes") {
  CHECK(pack(kFiles) == pack(kFiles));
}

TEST_CASE("Archive: refuses bytes that are cut or longer") {
  const std::string bytes = pack(kFiles);
  CHECK_FALSE(opens(""));
  CHECK_FALSE(opens("algopak2" + bytes.substr(8)));
  CHECK_FALSE(opens(bytes + "x"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(opens(bytes.substr(0, size)));
  }
}

TEST_CASE("Archive: notices a flipped byte of a file's content") {
  std::string bytes = pack({{"a", "hello hello hello"}});
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  CHECK_FALSE(opens(bytes));
}

}  // namespace algo::catalog
