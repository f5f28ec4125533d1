#include "base/error.h"

#include <array>
#include <cstring>
#include <utility>

namespace algo {
namespace {

constexpr std::array<std::pair<std::string_view, ErrorKind>, 9> kWords{
    {{"usage", ErrorKind::kUsage},
     {"input", ErrorKind::kInput},
     {"environment", ErrorKind::kEnvironment},
     {"refused", ErrorKind::kRefused},
     {"lost", ErrorKind::kLost},
     {"timeout", ErrorKind::kTimedOut},
     {"incomplete", ErrorKind::kIncomplete},
     {"interrupted", ErrorKind::kInterrupted},
     {"internal", ErrorKind::kInternal}}};

}  // namespace

std::string_view kind_word(ErrorKind kind) {
  for (const auto& [word, known] : kWords) {
    if (known == kind) return word;
  }
  return "internal";
}

ErrorKind kind_of_word(std::string_view word) {
  for (const auto& [known, kind] : kWords) {
    if (known == word) return kind;
  }
  return ErrorKind::kInternal;
}

std::string errno_text(int error_number) {
  const char* text = ::strerrordesc_np(error_number);
  return text != nullptr ? text : "error " + std::to_string(error_number);
}

}  // namespace algo
