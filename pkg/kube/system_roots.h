#pragma once

#include "base/files.h"
#include "kube/kubeconfig.h"

#include <string>

namespace algo::kube {

// The certificates that this machine trusts, as PEM: $SSL_CERT_FILE, else the file where one of the
// usual systems keeps them (the list of Go's crypto/x509). "" when there is none. A static program
// cannot know at build time where that is.
[[nodiscard]] std::string system_roots(const Variables& environment, const FileReader& files);

}  // namespace algo::kube
