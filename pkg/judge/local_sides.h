#pragma once

#include "judge/case_judge.h"
#include "judge/compile.h"
#include "sandbox/launch.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace algo::judge {

// The untrusted sides as child processes on this machine: this same program, executed again.
// `path` is where toolchains are looked up ("" = the helper's own default).
[[nodiscard]] sandbox::LocalHelper launch_build(const Places& places,
                                                const std::string& path,
                                                uid_t run_uid);

class LocalSandboxes final : public SandboxSource {
 public:
  LocalSandboxes(Places places, std::string path, sandbox::Calls calls, uid_t run_uid)
      : places_(std::move(places)), path_(std::move(path)), calls_(calls), run_uid_(run_uid) {}
  [[nodiscard]] sandbox::Sandbox& box() override;
  void replace() override { helper_.reset(); }
  [[nodiscard]] bool recover() override { return true; }
  [[nodiscard]] Ruling lost() const override { return {result::Verdict::kIE, "sandbox-lost"}; }

 private:
  Places places_;
  std::string path_;
  sandbox::Calls calls_;
  uid_t run_uid_;
  std::optional<sandbox::LocalHelper> helper_;
};

}  // namespace algo::judge
