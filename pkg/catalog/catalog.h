#pragma once

#include "base/files.h"
#include "spec/source.h"

#include <memory>
#include <string>
#include <vector>

namespace algo::catalog {

class Archive;

struct Entry {
  std::string id{};
  std::string origin{};  // "built in", or the folder that it was found in
};

// Problems inside the binary and in the user's folders (ALGO_PATH: a colon-separated list of
// folders that hold problem folders; earlier ones win, all win over the built-in ones).
class Catalog {
 public:
  // `files` must outlive the catalogue, and the catalogue the sources that it opens.
  Catalog(const FileReader& files, const std::string& algo_path);
  ~Catalog();
  Catalog(const Catalog&) = delete;
  Catalog& operator=(const Catalog&) = delete;
  [[nodiscard]] std::vector<Entry> entries() const;  // sorted by id, one per id
  // `id_or_folder` is a folder when it holds a slash or is "." or "..": then problem.yaml must be
  // in it. Throws Error(kInput) with the nearest names.
  [[nodiscard]] std::unique_ptr<spec::Source> open(const std::string& id_or_folder) const;

 private:
  const FileReader& files_;
  std::unique_ptr<Archive> builtin_;
  std::vector<std::string> roots_;
};

}  // namespace algo::catalog
