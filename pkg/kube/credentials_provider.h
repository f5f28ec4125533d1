#pragma once

#include "base/clock.h"
#include "kube/kubeconfig.h"

#include <string>

namespace algo::kube {

// The token of an auth-provider, the way of naming credentials before exec plugins: for oidc its
// id-token, as long as that has not expired. Throws Error(kEnvironment) that says what took the
// provider's place.
[[nodiscard]] std::string provider_token(const AuthProvider& provider, const Clock& clock);

}  // namespace algo::kube
