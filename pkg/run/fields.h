#pragma once

#include "base/json.h"

#include <string>

namespace algo::run {

// Reading objects that a server sent, whatever they hold. `path` is a JSON pointer (RFC 6901).
// What stands there, or null.
[[nodiscard]] const Json& field(const Json& object, const char* path);
// The text there, or "".
[[nodiscard]] std::string text_field(const Json& object, const char* path);
// The array there, or an empty one.
[[nodiscard]] const Json& list_field(const Json& object, const char* path);
// The number there, or `otherwise`.
[[nodiscard]] long number_field(const Json& object, const char* path, long otherwise);

// Of the metadata, or "".
[[nodiscard]] std::string label_of(const Json& object, const char* name);
[[nodiscard]] std::string annotation_of(const Json& object, const char* name);

// The condition of this type that is True, or null (status.conditions of a Job or Pod).
[[nodiscard]] const Json& true_condition(const Json& object, const char* type);
// The condition of this type whatever its status, or null.
[[nodiscard]] const Json& condition(const Json& object, const char* type);

// The status of the pod's container of this name, of either kind, or null.
[[nodiscard]] const Json& container_status(const Json& pod, const char* name);

// The server's words as one printable line, cut.
[[nodiscard]] std::string one_line(const std::string& words);

}  // namespace algo::run
