#pragma once

#include "kube/http_url.h"
#include "kube/transport.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace algo::kube {

// What all exchanges of a transport share. Everything that libcurl may point at lives here.
struct CurlContext {
  TransportSettings settings{};
  Authority server{};
  std::string proxy{};  // libcurl's form; "" for none
};

// One libcurl easy handle: a request, and what has arrived of its answer and was not told yet.
// libcurl forbids most calls from within its callbacks, so these only take notes; `deliver` tells.
class CurlExchange {
 public:
  CurlExchange(const CurlContext& context, Request request, Sink& sink);
  ~CurlExchange() = default;
  CurlExchange(const CurlExchange&) = delete;
  CurlExchange& operator=(const CurlExchange&) = delete;

  [[nodiscard]] void* easy() const { return easy_.get(); }
  [[nodiscard]] bool has_news() const { return head_news_ || !data_.empty() || ending_; }
  [[nodiscard]] bool ended() const { return ended_; }
  // libcurl is done with it, with this CURLcode.
  void finish(int code);
  // Tells the sink what is new. Stops as soon as `drop` has been called.
  void deliver();
  // The sink is gone.
  void drop() { dropped_ = true; }

 private:
  using Owned = std::unique_ptr<void, void (*)(void*)>;

  void set_options(const CurlContext& context);
  void set_url(const CurlContext& context);
  void set_body();
  void add_header(const std::string& line);
  static void append(Owned& list, const std::string& line);
  void take_header_line(std::string_view line);
  [[nodiscard]] bool take_body(std::string_view bytes);

  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_upload(char* room, std::size_t size, std::size_t count, void* self);

  Request request_;
  Sink& sink_;
  Owned easy_;                     // CURL
  Owned header_list_;              // curl_slist
  Owned connect_to_;               // curl_slist
  std::array<char, 256> error_{};  // libcurl's error buffer
  std::size_t uploaded_ = 0;
  std::size_t header_bytes_ = 0;
  std::size_t body_bytes_ = 0;
  Head head_{};
  bool head_complete_ = false;
  bool head_news_ = false;
  bool too_large_ = false;
  bool ended_ = false;
  bool dropped_ = false;
  std::string data_{};
  std::optional<Ending> ending_{};
};

}  // namespace algo::kube
