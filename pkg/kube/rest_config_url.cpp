#include "kube/rest_config_url.h"

#include "base/error.h"
#include "base/text.h"
#include "kube/kubeconfig_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace algo::kube {

namespace {

[[noreturn]] void refuse_server(const std::string& why) {
  throw Error(ErrorKind::kInput,
              "the server is no address that can be reached",
              why,
              "write it as https://HOST:PORT");
}

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool all_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alnum(c) || others.find(c) != std::string_view::npos;
  });
}

void check_port(std::string_view port) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc() || end != port.data() + port.size() || number == 0 || number > 65535) {
    refuse_server("its port is no number from 1 to 65535");
  }
}

void check_authority(std::string_view authority) {
  if (authority.find('@') != std::string_view::npos) {
    refuse_server("it holds a user name, which belongs into the user's entry");
  }
  std::string_view port;
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos) refuse_server("it has a [ without a ]");
    if (!all_of(authority.substr(1, end - 1), ":.%-_"))
      refuse_server("its host is no IPv6 address");
    port = authority.substr(end + 1);
    if (!port.empty() && port.front() != ':') refuse_server("there is something behind the ]");
  } else {
    const std::size_t colon = authority.find(':');
    const std::string_view host = authority.substr(0, colon);
    if (host.empty()) refuse_server("it has no host");
    if (!all_of(host, ".-_")) refuse_server("its host holds a character that no host name has");
    port = colon == std::string_view::npos ? "" : authority.substr(colon);
  }
  if (port.size() > 1) check_port(port.substr(1));
}

void check_value(const std::string& value, const std::string& flag) {
  const bool ends_header = std::any_of(
      value.begin(), value.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
  if (ends_header) {
    throw Error(ErrorKind::kInput, flag + " holds a control character: " + in_quotes(value));
  }
}

}  // namespace

ServerUrl parse_server_url(const std::string& url) {
  for (const char c : url) {
    if ((c >= 0 && c <= ' ') || c == 0x7F || c == '\\') {
      refuse_server("it holds a space, a backslash or a control character");
    }
  }
  std::string_view rest = url;
  std::string scheme = "http";
  const std::size_t colon = rest.find("://");
  if (colon != std::string_view::npos) {
    scheme = rest.substr(0, colon);
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    rest.remove_prefix(colon + 3);
  }
  if (scheme != "http" && scheme != "https") {
    refuse_server("its scheme is " + in_quotes(scheme) + "; http and https are known");
  }
  rest = rest.substr(0, rest.find_first_of("?#"));
  const std::size_t slash = rest.find('/');
  const std::string_view authority = rest.substr(0, slash);
  check_authority(authority);
  std::string_view path = slash == std::string_view::npos ? "" : rest.substr(slash);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (colon == std::string_view::npos && !path.empty()) {
    refuse_server("it has a path and no scheme: a URL or a HOST:PORT pair is expected");
  }
  return {.server = scheme + "://" + std::string(authority), .path_prefix = std::string(path)};
}

std::string escape_header_key(std::string_view key) {
  constexpr std::string_view kLegal = "!#$&'*+-.^_`|~";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : key) {
    if (is_alnum(c) || kLegal.find(c) != std::string_view::npos) {
      escaped += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    escaped += {'%', kDigits[byte / 16U], kDigits[byte % 16U]};
  }
  return escaped;
}

std::vector<Header> impersonation_headers(const User& user) {
  std::vector<Header> headers;
  const auto add = [&](const std::string& name, const std::string& value, const char* flag) {
    check_value(value, flag);
    headers.push_back({name, value});
  };
  if (user.as.empty()) return headers;
  add("Impersonate-User", user.as, "as");
  if (!user.as_uid.empty()) add("Impersonate-Uid", user.as_uid, "as-uid");
  for (const std::string& group : user.as_groups) add("Impersonate-Group", group, "as-group");
  for (const auto& [key, values] : user.as_user_extra) {
    for (const std::string& value : values) {
      add("Impersonate-Extra-" + escape_header_key(key), value, "as-user-extra");
    }
  }
  return headers;
}

Nanos parse_request_timeout(const std::string& text) {
  if (text.empty()) return Nanos{0};
  std::uint64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::uint64_t kMostSeconds = 9'000'000'000;  // what nanoseconds can hold
  if (error == std::errc() && end == text.data() + text.size() && seconds <= kMostSeconds) {
    return std::chrono::seconds(seconds);
  }
  const std::optional<Nanos> duration = parse_duration(text);
  if (duration) return *duration;
  throw Error(ErrorKind::kUsage,
              "--request-timeout " + in_quotes(text) + " is no time-out",
              "it is a whole number of seconds, or numbers with units: 1s, 2m, 1h30m");
}

}  // namespace algo::kube
