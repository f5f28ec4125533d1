#pragma once

#include "spec/manifest.h"

#include <string>
#include <string_view>
#include <vector>

namespace algo::language {

// A command line for a POSIX shell that stands in the folder of the sources, with the folders of
// the build as $src, $out, $tmp and $cache. A shell, because compilers name files relative to where
// they stand, and because the cache may be missing.
[[nodiscard]] std::vector<std::string> shell_command(std::string_view script);

// What all languages have in common: where programs are found, a plain locale, and a home folder
// that vanishes.
[[nodiscard]] spec::Recipe base_recipe(std::string_view language);

}  // namespace algo::language
