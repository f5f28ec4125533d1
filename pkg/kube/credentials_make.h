#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "kube/credentials.h"
#include "kube/exec_plugin.h"
#include "kube/rest_config.h"

#include <memory>

namespace algo::kube {

// The effects that credentials need; they outlive them.
struct CredentialWorld {
  const FileReader& files;
  const Clock& clock;
  const Variables& environment;
  PluginRunner& plugins;
  PluginInput input{};
};

// The credentials of one server. An exec plugin runs only when there is no token, basic credential
// or certificate; the rules of kuberc are read here, and no program runs yet.
// Throws Error(kEnvironment) for an auth-provider that is gone, Error(kInput) for unclear rules.
[[nodiscard]] std::unique_ptr<Credentials> make_credentials(const RestConfig& config,
                                                            const CredentialWorld& world);

}  // namespace algo::kube
