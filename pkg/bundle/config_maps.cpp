#include "bundle/config_maps.h"

#include "base/encoding.h"
#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <set>

namespace algo::bundle {
namespace {

constexpr int kReadOnly = 0444;

bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string part_path(const std::string& path, std::size_t number) {
  const std::string digits = std::to_string(number);
  return path + "." + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

// Keys are [-._a-zA-Z0-9]+ (core/v1 ConfigMap.data), so a path cannot be one.
std::string key_of(const std::string& path) {
  return replace_all(path, "/", ".");
}

Json new_config_map(const std::string& name, const Json& meta) {
  Json metadata{{"name", name}};
  metadata.update(meta);
  return Json{{"apiVersion", "v1"},
              {"kind", "ConfigMap"},
              {"metadata", std::move(metadata)},
              {"immutable", true}};
}

void add_file(Json& config_map, const std::string& key, std::string_view bytes) {
  const bool text = !find_invalid_utf8(bytes);
  config_map[text ? "data" : "binaryData"][key] = text ? std::string(bytes) : base64_encode(bytes);
}

void check_sizes(const std::vector<PodFile>& files) {
  for (const PodFile& file : files) {
    if (file.bytes.size() <= kMaxConfigMapBytes) continue;
    throw Error(ErrorKind::kInput,
                file.path + " is too large for a Job",
                "it has " + human_bytes(file.bytes.size()) + "; a ConfigMap holds " +
                    human_bytes(kMaxConfigMapBytes),
                "make the file smaller");
  }
}

}  // namespace

std::vector<PodFile> split_file(const std::string& path, std::string_view bytes) {
  if (bytes.size() <= kMaxConfigMapBytes) return {{.path = path, .bytes = bytes}};
  std::vector<PodFile> parts;
  while (!bytes.empty()) {
    std::size_t size = std::min(bytes.size(), kMaxConfigMapBytes);
    if (size < bytes.size()) {
      // A code point has at most 4 bytes; bytes that are no text are cut anywhere.
      std::size_t back = 0;
      while (back < 3 && continues_code_point(bytes[size - back])) ++back;
      if (!continues_code_point(bytes[size - back])) size -= back;
    }
    parts.push_back({.path = part_path(path, parts.size()), .bytes = bytes.substr(0, size)});
    bytes.remove_prefix(size);
  }
  return parts;
}

Packed pack(const std::string& volume,
            const std::string& name,
            const Json& meta,
            const std::vector<PodFile>& files) {
  check_sizes(files);
  Packed packed;
  Json sources = Json::array();
  std::set<std::string> keys;
  std::size_t filled = kMaxConfigMapBytes;
  for (const PodFile& file : files) {
    const std::string key = key_of(file.path);
    if (!keys.insert(key).second) {
      throw Error(ErrorKind::kInternal, "two files of the bundle have the key " + key);
    }
    if (packed.config_maps.empty() || filled + file.bytes.size() > kMaxConfigMapBytes) {
      const std::size_t number = packed.config_maps.size();
      const std::string full_name = number == 0 ? name : name + "-" + std::to_string(number);
      packed.config_maps.push_back(new_config_map(full_name, meta));
      sources.push_back({{"configMap", {{"name", full_name}, {"items", Json::array()}}}});
      filled = 0;
    }
    add_file(packed.config_maps.back(), key, file.bytes);
    sources.back()["configMap"]["items"].push_back({{"key", key}, {"path", file.path}});
    filled += file.bytes.size();
  }
  if (packed.config_maps.size() > kMaxConfigMaps) {
    throw Error(ErrorKind::kInput,
                "the problem is too large for a Job",
                "its " + volume + " files need " + std::to_string(packed.config_maps.size()) +
                    " ConfigMaps; the limit is " + std::to_string(kMaxConfigMaps),
                "make the cases smaller or fewer");
  }
  packed.volume = {{"name", volume},
                   {"projected", {{"defaultMode", kReadOnly}, {"sources", std::move(sources)}}}};
  return packed;
}

}  // namespace algo::bundle
