#include "base/error.h"
#include "kube/curl_exchange.h"

#include <curl/curl.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <chrono>

namespace algo::kube {
namespace {

constexpr long kKeepAliveSeconds = 30;
constexpr unsigned kUserTimeoutMilliseconds = 45'000;

template <typename Value>
void set(void* easy, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(easy, option, value);
  if (code != CURLE_OK) {
    throw Error(ErrorKind::kEnvironment,
                "libcurl refuses option " + std::to_string(static_cast<int>(option)),
                curl_easy_strerror(code),
                "is it built with TLS and HTTP/2?");
  }
}

// libcurl copies the bytes: they need not outlive the call.
void set_blob(void* easy, CURLoption option, const std::string& pem) {
  if (pem.empty()) return;
  // data is void*, but never written through with CURL_BLOB_COPY.
  std::string copy = pem;
  curl_blob blob{.data = copy.data(), .len = copy.size(), .flags = CURL_BLOB_COPY};
  set(easy, option, &blob);
}

long milliseconds(Nanos time) {
  const auto count = std::chrono::ceil<std::chrono::milliseconds>(time).count();
  return static_cast<long>(count);
}

// Data that was sent and is not acknowledged for this long means that the peer is gone, where the
// kernel alone would wait for a quarter of an hour.
int set_user_timeout(void* /*unused*/, curl_socket_t socket, curlsocktype /*purpose*/) {
  const unsigned limit = kUserTimeoutMilliseconds;
  ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
  return CURL_SOCKOPT_OK;
}

void set_tls(void* easy, const TransportSettings& settings, const Credential& credential) {
  set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(easy, CURLOPT_SSL_VERIFYPEER, settings.insecure ? 0L : 1L);
  set(easy, CURLOPT_SSL_VERIFYHOST, settings.insecure ? 0L : 2L);
  if (!settings.ca_pem.empty()) {
    // The blob replaces the system's file of roots, but not its folder of roots.
    set(easy, CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    set_blob(easy, CURLOPT_CAINFO_BLOB, settings.ca_pem);
  }
  // An https proxy is believed by the same roots, as in Go.
  set(easy, CURLOPT_PROXY_SSL_VERIFYPEER, settings.insecure ? 0L : 1L);
  set(easy, CURLOPT_PROXY_SSL_VERIFYHOST, settings.insecure ? 0L : 2L);
  set_blob(easy, CURLOPT_PROXY_CAINFO_BLOB, settings.ca_pem);
  set_blob(easy, CURLOPT_SSLCERT_BLOB, credential.certificate_pem);
  set_blob(easy, CURLOPT_SSLKEY_BLOB, credential.key_pem);
}

void set_connection(void* easy, const CurlContext& context) {
  const TransportSettings& settings = context.settings;
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy,
      CURLOPT_HTTP_VERSION,
      static_cast<long>(settings.http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
  set(easy, CURLOPT_TCP_NODELAY, 1L);
  set(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  set(easy, CURLOPT_TCP_KEEPIDLE, kKeepAliveSeconds);
  set(easy, CURLOPT_TCP_KEEPINTVL, kKeepAliveSeconds / 2);
  set(easy, CURLOPT_SOCKOPTFUNCTION, &set_user_timeout);
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(settings.connect_timeout));
  // Always given, "" too: otherwise libcurl reads the environment by rules of its own.
  set(easy, CURLOPT_PROXY, context.proxy.c_str());
  set(easy, CURLOPT_NOPROXY, "");
  set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

}  // namespace

void CurlExchange::set_options(const CurlContext& context) {
  const TransportSettings& settings = context.settings;
  set(easy(), CURLOPT_ERRORBUFFER, error_.data());
  set_connection(easy(), context);
  set_tls(easy(), settings, request_.credential);
  set_url(context);
  set(easy(), CURLOPT_HEADERFUNCTION, &CurlExchange::on_header);
  set(easy(), CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(easy(), CURLOPT_WRITEFUNCTION, &CurlExchange::on_body);
  set(easy(), CURLOPT_WRITEDATA, static_cast<void*>(this));
  if (request_.timeout > Nanos{0}) set(easy(), CURLOPT_TIMEOUT_MS, milliseconds(request_.timeout));
  if (!request_.stream && !settings.disable_compression) {
    set(easy(), CURLOPT_ACCEPT_ENCODING, "gzip");
  }
  if (!settings.user_agent.empty()) set(easy(), CURLOPT_USERAGENT, settings.user_agent.c_str());
  set_body();
  for (const Header& header : settings.headers) add_header(header.name + ": " + header.value);
  for (const Header& header : request_.headers) add_header(header.name + ": " + header.value);
  if (!request_.credential.authorization.empty()) {
    add_header("Authorization: " + request_.credential.authorization);
  }
  set(easy(), CURLOPT_HTTPHEADER, static_cast<curl_slist*>(header_list_.get()));
  // Headers are for the server alone, not for a proxy on the way.
  set(easy(), CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
}

// libcurl has no option for the name to ask for by SNI and to verify: the URL takes that name, and
// the connection goes to the real host all the same.
void CurlExchange::set_url(const CurlContext& context) {
  const TransportSettings& settings = context.settings;
  std::string base = settings.server;
  if (!settings.tls_server_name.empty() && context.server.scheme == "https") {
    const Authority named{
        .scheme = "https", .host = settings.tls_server_name, .port = context.server.port};
    base = "https://" + named.host_header();
    const std::string port = std::to_string(context.server.port);
    const auto bracketed = [](const std::string& host) {
      return host.find(':') == std::string::npos ? host : "[" + host + "]";
    };
    append(connect_to_,
           bracketed(named.host) + ":" + port + ":" + bracketed(context.server.host) + ":" + port);
    set(easy(), CURLOPT_CONNECT_TO, static_cast<curl_slist*>(connect_to_.get()));
    add_header("Host: " + context.server.host_header());
  }
  set(easy(), CURLOPT_URL, (base + settings.path_prefix + request_.target).c_str());
  set(easy(), CURLOPT_PATH_AS_IS, 1L);
}

// The body comes from a callback that cannot be rewound, so that libcurl never sends a request
// twice on its own: whether the server has acted on the first is for the caller to find out.
void CurlExchange::set_body() {
  if (!request_.body.empty() || request_.method == "POST" || request_.method == "PUT" ||
      request_.method == "PATCH") {
    set(easy(), CURLOPT_UPLOAD, 1L);
    set(easy(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
    set(easy(), CURLOPT_READFUNCTION, &CurlExchange::on_upload);
    set(easy(), CURLOPT_READDATA, static_cast<void*>(this));
    add_header("Expect:");
  }
  set(easy(), CURLOPT_CUSTOMREQUEST, request_.method.c_str());
}

void CurlExchange::add_header(const std::string& line) {
  if (line.find_first_of("\r\n") != std::string::npos || line.find('\0') != std::string::npos) {
    throw Error(ErrorKind::kInput,
                "a header of the request holds a line break",
                line.substr(0, line.find(':')));
  }
  append(header_list_, line);
}

void CurlExchange::append(Owned& list, const std::string& line) {
  auto* longer = curl_slist_append(static_cast<curl_slist*>(list.get()), line.c_str());
  if (longer == nullptr) throw Error(ErrorKind::kEnvironment, "no memory for a request's headers");
  if (!list) list.reset(longer);  // else the head is the same as before
}

}  // namespace algo::kube
