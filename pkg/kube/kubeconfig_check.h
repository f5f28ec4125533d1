#pragma once

#include "base/files.h"
#include "kube/overrides.h"

namespace algo::kube {

// Refuses what cannot work or means two things, before anything is sent: every such place in one
// Error(kInput), naming the cluster or user and where it stands in its file. A selection without a
// server is refused too.
void check_usable(const Selection& selection, const FileReader& files);

// proxy-url: http, https or socks5 with a host. nullptr, or what is wrong with it.
[[nodiscard]] const char* proxy_problem(const std::string& url);

}  // namespace algo::kube
