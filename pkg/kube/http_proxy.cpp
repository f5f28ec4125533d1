#include "kube/http_proxy.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/http_text.h"
#include "kube/kubeconfig_text.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace algo::kube {
namespace {

using Address = std::array<std::uint8_t, 16>;

// An IPv4 address becomes its IPv6-mapped form, so that there is one kind.
std::optional<Address> parse_address(const std::string& text) {
  Address address{};
  if (::inet_pton(AF_INET6, text.c_str(), address.data()) == 1) return address;
  std::array<std::uint8_t, 4> v4{};
  if (::inet_pton(AF_INET, text.c_str(), v4.data()) != 1) return std::nullopt;
  address[10] = address[11] = 0xff;
  std::copy(v4.begin(), v4.end(), address.begin() + 12);
  return address;
}

bool is_loopback(const std::string& host) {
  constexpr Address kLoopback{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  if (host == "localhost") return true;
  const auto address = parse_address(host);
  if (!address) return false;
  const bool is_v4 = (*address)[10] == 0xff && (*address)[11] == 0xff;
  return *address == kLoopback || (is_v4 && (*address)[12] == 127);
}

bool in_network(const Address& address, const std::string& network) {
  const std::size_t slash = network.find('/');
  const std::string base_text = network.substr(0, slash);
  const auto base = parse_address(base_text);
  int bits = 0;
  const char* end = network.data() + network.size();
  const auto [at, error] = std::from_chars(network.data() + slash + 1, end, bits);
  if (!base || error != std::errc{} || at != end || bits < 0) return false;
  if (base_text.find(':') == std::string::npos) bits += 96;
  if (bits > 128) return false;
  for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
    const auto mask = static_cast<std::uint8_t>(bits >= 8 ? 0xff : 0xff << (8 - bits));
    if ((address.at(i) & mask) != (base->at(i) & mask)) return false;
  }
  return true;
}

bool domain_matches(std::string entry, const std::string& host) {
  if (entry.substr(0, 2) == "*.") entry.erase(0, 1);
  const bool only_below = entry.front() == '.';
  if (!only_below && host == entry) return true;
  const std::string suffix = only_below ? entry : "." + entry;
  return host.size() > suffix.size() &&
         host.compare(host.size() - suffix.size(), suffix.size(), suffix) == 0;
}

bool entry_matches(std::string entry, const std::string& host, int port) {
  if (entry == "*") return true;
  const auto address = parse_address(host);
  if (entry.find('/') != std::string::npos) return address && in_network(*address, entry);
  if (!parse_address(entry)) {
    const auto with_port = parse_authority("http://" + entry);
    if (!with_port) return false;
    const bool port_given = entry.back() != ']' && entry.find("]:") != std::string::npos;
    if ((port_given || entry.find(':') != std::string::npos) && with_port->port != port) {
      return false;
    }
    entry = with_port->host;
  }
  const auto entry_address = parse_address(entry);
  if (entry_address) return address && *address == *entry_address;
  return domain_matches(entry, host);
}

}  // namespace

bool no_proxy_matches(std::string_view list, const Authority& server) {
  const std::string host = ascii_lower(server.host);
  const std::vector<std::string> entries = split(list, ',');
  return std::any_of(entries.begin(), entries.end(), [&](const std::string& raw) {
    const std::string entry = ascii_lower(trimmed(raw));
    return !entry.empty() && entry != "." && entry_matches(entry, host, server.port);
  });
}

std::string choose_proxy(const TransportSettings& settings, const Authority& server) {
  std::string proxy = settings.proxy_url;
  if (proxy.empty()) {
    if (settings.environment_proxy.empty() || is_loopback(ascii_lower(server.host)) ||
        no_proxy_matches(settings.no_proxy, server)) {
      return "";
    }
    proxy = settings.environment_proxy;
    if (proxy.find("://") == std::string::npos) proxy.insert(0, "http://");
  }
  const std::size_t colon = proxy.find("://");
  const std::string scheme = ascii_lower(proxy.substr(0, std::min(colon, proxy.size())));
  // libcurl would resolve names for a "socks5" proxy itself; Go leaves that to the proxy.
  if (scheme == "socks5" || scheme == "socks5h") return "socks5h" + proxy.substr(colon);
  if (scheme == "http" || scheme == "https") return proxy;
  throw Error(ErrorKind::kInput,
              "the proxy's URL is not usable",
              "its scheme is \"" + shorten(printable(scheme), 40) + "\"",
              "use http, https or socks5");
}

}  // namespace algo::kube
