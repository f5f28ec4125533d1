#pragma once

#include "base/error.h"

#include <string>

namespace algo::test {

// The text of the Error(kInput) that `call` throws; "no error" or "wrong kind: …" otherwise.
template <typename Call>
std::string error_of(const Call& call) {
  try {
    static_cast<void>(call());
  } catch (const Error& error) {
    return (error.kind() == ErrorKind::kInput ? "" : "wrong kind: ") + std::string(error.what());
  }
  return "no error";
}

}  // namespace algo::test
