#pragma once

#include <string>
#include <string_view>

namespace algo::kube {

// The folder that a file lies in; "." for a bare name.
[[nodiscard]] std::string folder_of(std::string_view path);

// Without empty and "." components, and with each ".." applied to the name before it. Looks at the
// text only, never at the disk.
[[nodiscard]] std::string clean_path(std::string_view path);

// What a path written in `file` means: relative ones start from the folder of `file`. "" stays "".
[[nodiscard]] std::string resolve_path(std::string_view file, const std::string& path);

// The same for a program: a bare name stays one, to be looked up in PATH; everything else stays a
// path, with a slash in it.
[[nodiscard]] std::string resolve_command(std::string_view file, const std::string& command);

}  // namespace algo::kube
