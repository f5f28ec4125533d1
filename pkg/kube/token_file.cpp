#include "kube/token_file.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/kubeconfig_text.h"

#include <chrono>
#include <cstddef>

namespace algo::kube {

namespace {

constexpr std::size_t kMaxToken = std::size_t{1} << 20U;
constexpr Nanos kPeriod = std::chrono::seconds(60);
constexpr Nanos kLeeway = std::chrono::seconds(10);

}  // namespace

std::string TokenFile::reload() {
  const std::string text = files_.read(path_, kMaxToken);
  const std::string_view token = trimmed(text);
  if (token.empty()) throw Error(ErrorKind::kInput, "", "it is empty");
  token_ = token;
  read_at_ = clock_.monotonic();
  return std::string(token);
}

std::string TokenFile::current() {
  if (token_ && clock_.monotonic() < read_at_ + kPeriod - kLeeway) return *token_;
  try {
    return reload();
  } catch (const Error& error) {
    if (!token_ && fallback_.empty()) {
      throw Error(
          ErrorKind::kEnvironment, "cannot read a token from " + printable(path_), error.why());
    }
  }
  return token_ ? *token_ : fallback_;
}

bool TokenFile::refused(const std::string& used) {
  if (token_ && *token_ != used) return true;
  try {
    return reload() != used;
  } catch (const Error&) {
    return false;  // the refused token is still the best there is
  }
}

}  // namespace algo::kube
