#include "config.h"

#include "base/error.h"
#include "base/text.h"
#include "spec/yaml_reader.h"

#include <algorithm>

namespace algo {
namespace {

constexpr std::size_t kMaxConfigBytes = std::size_t{64} << 10U;
// The kubelet's and the registries' own limits are narrower.
constexpr std::size_t kMaxImage = 512;

void expect_word(const spec::Cursor& root, std::string_view key, std::string_view word) {
  const spec::Cursor at = root.require(key);
  if (at.text() != word) at.fail("is unknown to this version", "write " + std::string(word));
}

std::vector<std::string> all_languages() {
  std::vector<std::string> ids;
  for (const language::Language& one : language::languages()) ids.emplace_back(one.id);
  return ids;
}

std::string image_at(const spec::Cursor& at) {
  const std::string& image = at.text();
  const bool odd =
      std::any_of(image.begin(), image.end(), [](char c) { return c <= ' ' || c > '~'; });
  if (image.empty() || odd || image.size() > kMaxImage) {
    at.fail("is no image", "REGISTRY/NAME:TAG, or with @sha256:DIGEST");
  }
  return image;
}

std::map<std::string, std::string> images_of(const spec::Cursor& root) {
  std::map<std::string, std::string> images;
  const std::optional<spec::Cursor> list = root.find("images");
  if (!list) return images;
  if (!list->json().is_object()) list->fail("is no map", "LANGUAGE: IMAGE");
  const std::vector<std::string> known = all_languages();
  for (const auto& [id, value] : list->json().items()) {
    const spec::Cursor at = list->require(id);
    const bool is_known = std::find(known.begin(), known.end(), id) != known.end();
    if (!is_known) at.fail("is for no language", "one of " + join(known, ", "));
    images[id] = image_at(at);
  }
  return images;
}

}  // namespace

std::string config_path(const Environment& environment) {
  const std::string xdg = environment.get("XDG_CONFIG_HOME").value_or("");
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (xdg.starts_with('/')) return xdg + "/kubectl-algo/config.yaml";
  const std::string home = environment.get("HOME").value_or("");
  return home.empty() ? "" : home + "/.config/kubectl-algo/config.yaml";
}

Config read_config(const FileReader& files, const Environment& environment) {
  const std::string path = config_path(environment);
  if (path.empty() || !files.exists(path)) return {};
  spec::Document document = spec::read_yaml(files.read(path, kMaxConfigBytes), path);
  const spec::Cursor root(document);
  root.allow_keys({"apiVersion", "kind", "images"});
  expect_word(root, "apiVersion", "algorithm/v1alpha1");
  expect_word(root, "kind", "Config");
  return {.images = images_of(root)};
}

std::string default_image(const Config& config, const language::Language& language) {
  const auto own = config.images.find(std::string(language.id));
  return own == config.images.end() ? std::string(language.image) : own->second;
}

std::map<std::string, std::string> images_instead(const Config& config) {
  std::map<std::string, std::string> images;
  for (const auto& [id, own] : config.images) {
    images[std::string(language::find_language(id).image)] = own;
  }
  return images;
}

}  // namespace algo
