#pragma once

#include "kube/credentials.h"
#include "kube/kubeconfig.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace algo::kube {

// Whether plugins of this apiVersion can be asked: client.authentication.k8s.io/v1beta1 or /v1.
[[nodiscard]] bool is_exec_version(std::string_view api_version);

// The value of KUBERNETES_EXEC_INFO: an ExecCredential with the question in it.
[[nodiscard]] std::string exec_question(const std::string& api_version,
                                        bool interactive,
                                        const std::optional<Json>& cluster);

struct ExecAnswer {
  Credential credential{};
  std::optional<std::chrono::system_clock::time_point> expires{};
};

// What a plugin printed. Throws Error(kEnvironment) that never holds a part of it.
[[nodiscard]] ExecAnswer read_exec_answer(const std::string& text, const std::string& api_version);

// A point in time as RFC 3339 writes it, with any offset and fraction; nullopt for anything else.
[[nodiscard]] std::optional<std::chrono::system_clock::time_point> parse_rfc3339(
    std::string_view text);

}  // namespace algo::kube
