#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace algo::test {

// What a fake server does with one request: the bytes of the answer as they go over the wire, and
// what comes after them.
struct Answer {
  enum class Then {
    kKeep,     // the connection waits for the next request
    kClose,    // an orderly end of the connection
    kReset,    // TCP RST
    kSilence,  // nothing more until the client leaves
    kEndless,  // `piece` again and again until the client leaves
  };
  std::string wire{};
  std::string piece{};
  Then then = Then::kKeep;

  [[nodiscard]] Answer ending(Then what) const;
  // Only the first `bytes` of the wire, then RST or an orderly end.
  [[nodiscard]] Answer cut(std::size_t bytes, Then what = Then::kReset) const;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// A whole answer with Content-Length; its type is JSON unless the headers name another.
[[nodiscard]] Answer answer(int status, const std::string& body, const Headers& headers = {});
// A chunked answer, one chunk for each piece, with the last, empty chunk.
[[nodiscard]] Answer chunked(const std::vector<std::string>& pieces,
                             const std::string& type = "application/json");
// The same without its last chunk: a stream that goes on.
[[nodiscard]] Answer open_stream(const std::vector<std::string>& pieces,
                                 const std::string& type = "application/json");
// A Status object as the API server writes it. `details` is a JSON object or "".
[[nodiscard]] Answer refusal(int code,
                             const std::string& reason,
                             const std::string& message,
                             const std::string& details = "",
                             const Headers& headers = {});
// How the head of an answer ends where its body begins.
[[nodiscard]] std::size_t head_size(const Answer& answer);

}  // namespace algo::test
