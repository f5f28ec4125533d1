#include "kube/curl_error.h"

#include "base/text.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace algo::kube {
namespace {

Failure failure_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return Failure::kNone;
    case CURLE_COULDNT_CONNECT:
      return Failure::kRefused;
    case CURLE_COULDNT_RESOLVE_HOST:
      return Failure::kResolve;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
      return Failure::kProxy;
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::kTimeout;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return Failure::kTls;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    // Part of a body had gone out on a kept connection that then broke. libcurl would send it
    // again by itself, but cannot rewind what on_upload gave it: the outcome is unknown.
    case CURLE_SEND_FAIL_REWIND:
      return Failure::kReset;
    default:
      return Failure::kProtocol;
  }
}

// Whether a handshake failed because the other side went away, as a server does that restarts,
// rather than for lack of trust. OpenSSL says both by one code.
bool went_away(const std::string& words) {
  constexpr std::array kWords{"Connection reset by peer",
                              "Broken pipe",
                              "SSL_ERROR_SYSCALL",
                              "unexpected eof while reading"};
  return std::any_of(kWords.begin(), kWords.end(), [&](const char* word) {
    return words.find(word) != std::string::npos;
  });
}

}  // namespace

Ending curl_ending(int code, long connect_code, const std::string& words) {
  const auto curl_code = static_cast<CURLcode>(code);
  Ending ending{.failure = failure_of(curl_code), .text = ""};
  if (ending.failure == Failure::kNone) return ending;
  ending.text = printable(to_valid_utf8(words.empty() ? curl_easy_strerror(curl_code) : words));
  if (curl_code == CURLE_SSL_CONNECT_ERROR && went_away(ending.text)) {
    ending.failure = Failure::kRefused;  // nothing was sent
  }
  // A proxy that answers CONNECT with an error is reported as a broken connection.
  if (connect_code >= 300) {
    ending.failure = Failure::kProxy;
    ending.text = "the proxy answered " + std::to_string(connect_code);
  }
  return ending;
}

}  // namespace algo::kube
