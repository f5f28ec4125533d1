#include "kube/http_url.h"

#include <charconv>

namespace algo::kube {
namespace {

std::optional<int> parse_port(std::string_view text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (port < 1 || port > 65535) return std::nullopt;
  return port;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// Splits "host", "host:port", "[v6]" and "[v6]:port"; the port keeps its colon.
std::optional<std::pair<std::string_view, std::string_view>> split_port(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    return std::pair{text.substr(1, close - 1), text.substr(close + 1)};
  }
  const std::size_t colon = std::min(text.find(':'), text.size());
  return std::pair{text.substr(0, colon), text.substr(colon)};
}

}  // namespace

std::string Authority::host_header() const {
  const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return port == (scheme == "https" ? 443 : 80) ? name : name + ":" + std::to_string(port);
}

std::optional<Authority> parse_authority(std::string_view url) {
  Authority authority;
  for (const std::string_view scheme : {"https", "http"}) {
    const std::string prefix = std::string(scheme) + "://";
    if (url.substr(0, prefix.size()) != prefix) continue;
    authority.scheme = scheme;
    url.remove_prefix(prefix.size());
    break;
  }
  if (authority.scheme.empty()) return std::nullopt;
  url = url.substr(0, url.find_first_of("/?#"));
  // A name and password there would end up in messages.
  if (url.find('@') != std::string_view::npos) return std::nullopt;
  const auto parts = split_port(url);
  if (!parts || parts->first.empty()) return std::nullopt;
  authority.host = parts->first;
  authority.port = authority.scheme == "https" ? 443 : 80;
  if (!parts->second.empty()) {
    const auto port = parse_port(parts->second.substr(1));
    if (parts->second.front() != ':' || !port) return std::nullopt;
    authority.port = *port;
  }
  return authority;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

std::string query_string(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::string out;
  for (const auto& [name, value] : pairs) {
    if (value.empty()) continue;
    out += (out.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
  }
  return out;
}

}  // namespace algo::kube
