#pragma once

#include <string>

namespace algo::kube {

// Whether at least one certificate can be read from PEM text.
[[nodiscard]] bool holds_certificate(const std::string& pem);

// What is wrong with a certificate (its chain behind it) and its key, or nullptr when they fit
// together and can be used. Keys that ask for a passphrase cannot.
[[nodiscard]] const char* key_pair_problem(const std::string& certificate_pem,
                                           const std::string& key_pem);

}  // namespace algo::kube
