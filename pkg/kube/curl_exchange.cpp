#include "kube/curl_exchange.h"

#include "base/error.h"
#include "kube/curl_error.h"
#include "kube/http_text.h"
#include "kube/kubeconfig_text.h"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

namespace algo::kube {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{256} << 10U;

// "HTTP/1.1 200 OK" -> 200; 0 when it is none.
int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || line.size() < space + 4) return 0;
  int status = 0;
  for (const char c : line.substr(space + 1, 3)) {
    if (c < '0' || c > '9') return 0;
    status = status * 10 + (c - '0');
  }
  return status;
}

void free_list(void* list) {
  curl_slist_free_all(static_cast<curl_slist*>(list));
}

}  // namespace

CurlExchange::CurlExchange(const CurlContext& context, Request request, Sink& sink)
    : request_(std::move(request)),
      sink_(sink),
      easy_(curl_easy_init(), curl_easy_cleanup),
      header_list_(nullptr, free_list),
      connect_to_(nullptr, free_list) {
  static_assert(sizeof error_ >= CURL_ERROR_SIZE);
  if (!easy_) throw Error(ErrorKind::kEnvironment, "libcurl has no more handles");
  set_options(context);
}

void CurlExchange::finish(int code) {
  long connect_code = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_HTTP_CONNECTCODE, &connect_code);
  ending_ = curl_ending(code, connect_code, error_.data());
  if (too_large_) {
    ending_ =
        Ending{.failure = Failure::kTooLarge,
               .text = "the answer is larger than " + std::to_string(request_.max_body) + " bytes"};
  } else if (code == CURLE_OK && !head_complete_) {
    ending_ = Ending{.failure = Failure::kReset, .text = "the connection ended before the answer"};
  }
}

void CurlExchange::deliver() {
  if (dropped_) return;
  if (std::exchange(head_news_, false)) sink_.on_head(head_);
  if (dropped_) return;
  if (const std::string bytes = std::exchange(data_, {}); !bytes.empty()) sink_.on_data(bytes);
  if (dropped_) return;
  if (const auto ending = std::exchange(ending_, std::nullopt)) {
    ended_ = true;
    sink_.on_end(*ending);
  }
}

void CurlExchange::take_header_line(std::string_view line) {
  if (head_complete_) return;  // trailers
  if (line.substr(0, 5) == "HTTP/") {
    head_ = Head{.status = status_of(line), .headers = {}};
    return;
  }
  const std::string_view text = trimmed(line);
  if (text.empty()) {
    head_complete_ = head_news_ = head_.status >= 200;
    return;
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return;
  head_.headers.push_back({.name = ascii_lower(trimmed(text.substr(0, colon))),
                           .value = std::string(trimmed(text.substr(colon + 1)))});
}

bool CurlExchange::take_body(std::string_view bytes) {
  body_bytes_ += bytes.size();
  if (request_.max_body != 0 && body_bytes_ > request_.max_body) {
    too_large_ = true;
    return false;
  }
  data_ += bytes;
  return true;
}

std::size_t CurlExchange::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto* exchange = static_cast<CurlExchange*>(self);
  exchange->header_bytes_ += size * count;
  if (exchange->header_bytes_ > kMaxHeaderBytes) return 0;
  exchange->take_header_line({bytes, size * count});
  return size * count;
}

std::size_t CurlExchange::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  return static_cast<CurlExchange*>(self)->take_body({bytes, size * count}) ? size * count : 0;
}

std::size_t CurlExchange::on_upload(char* room, std::size_t size, std::size_t count, void* self) {
  auto* exchange = static_cast<CurlExchange*>(self);
  const std::string& body = exchange->request_.body;
  const std::size_t bytes = std::min(size * count, body.size() - exchange->uploaded_);
  (void)body.copy(room, bytes, exchange->uploaded_);
  exchange->uploaded_ += bytes;
  return bytes;
}

}  // namespace algo::kube
