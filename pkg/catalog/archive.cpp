#include "catalog/archive.h"

#include "base/encoding.h"
#include "base/error.h"

#include <limits>
#include <utility>
#include <vector>

namespace algo::catalog {

namespace {

constexpr std::string_view kMagic = "algopak1";

[[noreturn]] void damaged() {
  throw Error(ErrorKind::kInternal,
              "the built-in problems are damaged",
              "the program's file was changed or cut",
              "install kubectl-algo again");
}

std::string_view take(std::string_view& bytes, std::size_t size) {
  if (size > bytes.size()) damaged();
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

std::uint32_t take_number(std::string_view& bytes) {
  std::uint32_t number = 0;
  unsigned shift = 0;
  for (const char c : take(bytes, 4)) {
    number |= std::uint32_t{static_cast<unsigned char>(c)} << shift;
    shift += 8;
  }
  return number;
}

void put_number(std::string& out, std::size_t number) {
  if (number > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::kInput, "a file too large to be built in");
  }
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<char>((number >> shift) & 0xFFU));
  }
}

// Cases are read for every build: what compressing does not make much smaller is only stored.
std::string compress(const std::string& bytes) {
  constexpr std::size_t much = 3;
  std::string compressed = zlib_compress(bytes);
  if (compressed.size() * much <= bytes.size()) return compressed;
  return zlib_compress(bytes, ZlibLevel::kStored);
}

}  // namespace

Archive::Archive(std::string_view bytes) {
  if (take(bytes, kMagic.size()) != kMagic) damaged();
  const std::uint32_t count = take_number(bytes);
  std::vector<std::pair<File*, std::uint32_t>> sizes;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string path(take(bytes, take_number(bytes)));
    File& file = files_[path];
    file.size = take_number(bytes);
    sizes.emplace_back(&file, take_number(bytes));
  }
  for (const auto& [file, size] : sizes) file->compressed = take(bytes, size);
  if (!bytes.empty() || files_.size() != count) damaged();
}

std::string Archive::unpack(const File& file) {
  std::optional<std::string> bytes = zlib_decompress(file.compressed, file.size);
  if (!bytes || bytes->size() != file.size) damaged();
  return *std::move(bytes);
}

std::string pack(const std::map<std::string, std::string>& files) {
  std::string index(kMagic);
  std::string contents;
  put_number(index, files.size());
  for (const auto& [path, bytes] : files) {
    const std::string compressed = compress(bytes);
    put_number(index, path.size());
    index += path;
    put_number(index, bytes.size());
    put_number(index, compressed.size());
    contents += compressed;
  }
  return index + contents;
}

}  // namespace algo::catalog
