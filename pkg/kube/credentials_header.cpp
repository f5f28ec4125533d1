#include "kube/credentials_header.h"

#include "base/encoding.h"
#include "base/error.h"

#include <algorithm>

namespace algo::kube {

std::string bearer_header(const std::string& token, const std::string& from) {
  const bool ends_header = std::any_of(
      token.begin(), token.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
  if (ends_header) {
    throw Error(ErrorKind::kEnvironment,
                "the token of " + from + " cannot be sent",
                "it holds a control character, perhaps a line's end");
  }
  return "Bearer " + token;
}

std::string basic_header(const std::string& username, const std::string& password) {
  return "Basic " + base64_encode(username + ":" + password);
}

}  // namespace algo::kube
