#include "support/fake_api_answer.h"

#include "base/json.h"

#include <algorithm>

namespace algo::test {
namespace {

std::string hex(std::size_t number) {
  std::string out;
  do {
    out.insert(out.begin(), "0123456789abcdef"[number % 16]);
    number /= 16;
  } while (number != 0);
  return out;
}

bool names_type(const Headers& headers) {
  return std::any_of(headers.begin(), headers.end(), [](const auto& header) {
    return header.first == "Content-Type";
  });
}

std::string head(int status, const Headers& headers) {
  std::string out = "HTTP/1.1 " + std::to_string(status) + " Words\r\n";
  for (const auto& [name, value] : headers) out += name + ": " + value + "\r\n";
  if (!names_type(headers)) out += "Content-Type: application/json\r\n";
  return out;
}

}  // namespace

Answer Answer::ending(Then what) const {
  Answer copy = *this;
  copy.then = what;
  return copy;
}

Answer Answer::cut(std::size_t bytes, Then what) const {
  Answer copy = *this;
  copy.wire.resize(std::min(bytes, copy.wire.size()));
  copy.then = what;
  return copy;
}

Answer answer(int status, const std::string& body, const Headers& headers) {
  return {.wire = head(status, headers) + "Content-Length: " + std::to_string(body.size()) +
                  "\r\n\r\n" + body,
          .piece = "",
          .then = Answer::Then::kKeep};
}

Answer open_stream(const std::vector<std::string>& pieces, const std::string& type) {
  Answer out;
  out.wire = head(200, {{"Content-Type", type}}) + "Transfer-Encoding: chunked\r\n\r\n";
  for (const std::string& piece : pieces) out.wire += hex(piece.size()) + "\r\n" + piece + "\r\n";
  out.then = Answer::Then::kSilence;
  return out;
}

Answer chunked(const std::vector<std::string>& pieces, const std::string& type) {
  Answer out = open_stream(pieces, type);
  out.wire += "0\r\n\r\n";
  out.then = Answer::Then::kKeep;
  return out;
}

Answer refusal(int code,
               const std::string& reason,
               const std::string& message,
               const std::string& details,
               const Headers& headers) {
  Json status{{"kind", "Status"},
              {"apiVersion", "v1"},
              {"metadata", Json::object()},
              {"status", "Failure"},
              {"message", message},
              {"reason", reason},
              {"code", code}};
  if (!details.empty()) status["details"] = parse_json(details, "details");
  return answer(code, dump_json(status), headers);
}

std::size_t head_size(const Answer& answer) {
  return answer.wire.find("\r\n\r\n") + 4;
}

}  // namespace algo::test
