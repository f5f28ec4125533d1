// Oracle: a kubeconfig is either refused with Error(kInput) that names the file, or accepted, and
// then every choice of its contexts resolves to an address or is refused in the same way.
#include "base/error.h"
#include "base/files.h"
#include "fuzz/fuzz.h"
#include "kube/kubeconfig.h"
#include "kube/rest_config.h"

#include <string>
#include <utility>

namespace {

using algo::test::fuzz_check;

// One file, and no other.
class OneFile final : public algo::FileReader {
 public:
  explicit OneFile(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] bool exists(const std::string& path) const override { return path == "/f"; }
  [[nodiscard]] bool is_directory(const std::string& /*path*/) const override { return false; }
  [[nodiscard]] std::string read(const std::string& path, std::size_t /*most*/) const override {
    if (path == "/f") return text_;
    throw algo::Error(algo::ErrorKind::kInput, "cannot read " + path, "No such file or directory");
  }
  [[nodiscard]] std::vector<std::string> list(const std::string& /*path*/) const override {
    return {};
  }

 private:
  std::string text_;
};

void check_resolved(const algo::kube::RestConfig& rest) {
  const bool http = rest.server.starts_with("http://") || rest.server.starts_with("https://");
  fuzz_check(http, "a server of another scheme");
  fuzz_check(rest.server.find_first_of("\r\n @", 8) == std::string::npos, "no plain server");
  fuzz_check(rest.path_prefix.empty() || rest.path_prefix.front() == '/', "no prefix");
  for (const algo::kube::Header& header : rest.impersonation) {
    fuzz_check(header.value.find_first_of("\r\n") == std::string::npos, "a header is broken");
    fuzz_check(header.name.find_first_of("\r\n: ") == std::string::npos, "a name is broken");
  }
}

void try_context(const std::string& context, const algo::FileReader& files) {
  try {
    check_resolved(algo::kube::resolve_rest_config(
        {.kubeconfig = "/f", .context = context}, algo::kube::Variables{}, files));
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kInput, "an error of the wrong kind");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const OneFile files(text);
  algo::kube::Kubeconfig config;
  try {
    config = algo::kube::read_kubeconfig(text, "/f");
  } catch (const algo::Error& error) {
    fuzz_check(error.kind() == algo::ErrorKind::kInput, "an error of the wrong kind");
    fuzz_check(std::string(error.what()) == "error loading config file \"/f\"", "no file named");
    return 0;
  }
  try_context("", files);
  std::size_t most = 16;
  for (const auto& [name, context] : config.contexts) {
    if (most-- == 0) break;
    try_context(name, files);
  }
  return 0;
}
