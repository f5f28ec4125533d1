#pragma once

#include "base/json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algo::kube {

// One value of a YAML or JSON text. Plain scalars are not resolved: `0`, `433e40` and `yes` are the
// text that was written, and whoever reads a field decides what it may be.
struct YamlNode {
  enum class Kind { kNull, kScalar, kList, kMap };

  Kind kind = Kind::kNull;
  int line = 0;                      // in the text, from 1; 0 when unknown
  bool quoted = false;               // of a scalar: surely text
  std::string key{};                 // of a member of a map
  std::string text{};                // of a scalar
  std::vector<YamlNode> children{};  // of a list or map

  // The member of a map, or nullptr when there is none or it is null or this is no map. The last
  // one counts when a key stands twice, as for kubectl.
  [[nodiscard]] const YamlNode* find(std::string_view name) const;
};

struct YamlBounds {
  std::size_t max_bytes = std::size_t{4} << 20U;
  std::size_t max_depth = 64;
  std::size_t max_values = 200'000;  // aliases count as often as they are used
};

// Parses hostile YAML, or JSON, which is tried when it is no YAML. Only the first document is read,
// and an empty one is null, as for kubectl. Aliases are followed within the bounds; tags other than
// !!str and merge keys are refused.
// Throws Error(kInput) "NAME:LINE: what". No value is ever quoted in it: it may be a secret.
[[nodiscard]] YamlNode read_kube_yaml(std::string_view text,
                                      const std::string& name,
                                      const YamlBounds& bounds = {});

// The same for all documents of the text.
[[nodiscard]] std::vector<YamlNode> read_kube_documents(std::string_view text,
                                                        const std::string& name,
                                                        const YamlBounds& bounds = {});

// The truth values of the YAML that kubectl reads (1.1: also yes, no, on, off), of a plain scalar.
[[nodiscard]] std::optional<bool> yaml_boolean(const YamlNode& node);

// The same tree as JSON; plain scalars become the booleans, numbers and nulls that they look like.
[[nodiscard]] Json to_json(const YamlNode& node);

}  // namespace algo::kube
