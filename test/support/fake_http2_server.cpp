#include "support/fake_http2_server.h"

#include "support/fake_api_stream.h"

#include <array>
#include <optional>
#include <utility>

namespace algo::test {
namespace {

constexpr std::size_t kPreface = 24;
constexpr std::size_t kFrameHead = 9;
enum Type : unsigned { kData = 0, kHeaders = 1, kReset = 3, kSettings = 4, kPing = 6, kGoaway = 7 };
constexpr unsigned kEndStream = 1;
constexpr unsigned kAck = 1;
constexpr unsigned kEndHeaders = 4;

std::string number(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) {
    out += static_cast<char>((value >> static_cast<unsigned>(8 * i)) & 0xffU);
  }
  return out;
}

std::uint32_t read_number(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

std::string frame(unsigned type, unsigned flags, std::uint32_t id, const std::string& payload) {
  return number(static_cast<std::uint32_t>(payload.size()), 3) + number(type, 1) +
         number(flags, 1) + number(id, 4) + payload;
}

std::string goaway(std::uint32_t last) {
  return frame(kGoaway, 0, 0, number(last, 4) + number(0, 4));
}

struct Frame {
  unsigned type = 0;
  unsigned flags = 0;
  std::uint32_t id = 0;
  std::string payload{};
};

// Reads frames off a connection, behind the preface.
class Frames {
 public:
  explicit Frames(FakeStream& stream) : stream_(stream) {}
  std::optional<Frame> next() {
    if (!preface_ && !take(kPreface)) return std::nullopt;
    preface_ = true;
    const auto head = take(kFrameHead);
    if (!head) return std::nullopt;
    const std::string_view text = *head;
    Frame out{.type = read_number(text.substr(3, 1)),
              .flags = read_number(text.substr(4, 1)),
              .id = read_number(text.substr(5, 4))};
    auto payload = take(read_number(text.substr(0, 3)));
    if (!payload) return std::nullopt;
    out.payload = *std::move(payload);
    return out;
  }

 private:
  std::optional<std::string> take(std::size_t bytes) {
    while (unread_.size() < bytes) {
      const std::string more = stream_.read();
      if (more.empty()) return std::nullopt;
      unread_ += more;
    }
    std::string out = unread_.substr(0, bytes);
    unread_.erase(0, bytes);
    return out;
  }

  FakeStream& stream_;
  std::string unread_{};
  bool preface_ = false;
};

}  // namespace

FakeHttp2Server::FakeHttp2Server(TlsIdentity identity)
    : identity_(std::move(identity)), listener_([this](Fd socket, int number, int stop_fd) {
        FakeStream stream(std::move(socket), stop_fd);
        if (stream.start_tls(identity_, "", "h2")) serve(stream, number);
        stream.close();
      }) {}

void FakeHttp2Server::expect(Http2Answer answer) {
  const std::lock_guard lock(mutex_);
  answers_.push_back(std::move(answer));
}

std::vector<int> FakeHttp2Server::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void FakeHttp2Server::serve(FakeStream& stream, int number) {
  Frames frames(stream);
  if (!stream.write(frame(kSettings, 0, 0, ""))) return;
  while (const auto got = frames.next()) {
    bool good = true;
    if (got->type == kSettings && (got->flags & kAck) == 0) {
      good = stream.write(frame(kSettings, kAck, 0, ""));
    } else if (got->type == kPing && (got->flags & kAck) == 0) {
      good = stream.write(frame(kPing, kAck, 0, got->payload));
    } else if ((got->type == kHeaders || got->type == kData) && (got->flags & kEndStream) != 0) {
      good = answer_one(stream, number, got->id);
    }
    if (!good) return;
  }
}

bool FakeHttp2Server::answer_one(FakeStream& stream, int connection, std::uint32_t id) {
  Http2Answer answer;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(connection);
    if (!answers_.empty()) {
      answer = std::move(answers_.front());
      answers_.pop_front();
    }
  }
  std::string out;
  if (answer.goaway_before >= 0) out += goaway(answer.goaway_before == 0 ? 0 : id);
  if (answer.head) {
    constexpr char kStatus200 = '\x88';  // RFC 7541 appendix A, entry 8
    const bool last = answer.end && answer.data.empty();
    out += frame(kHeaders, kEndHeaders | (last ? kEndStream : 0), id, std::string(1, kStatus200));
  }
  if (!answer.data.empty()) out += frame(kData, answer.end ? kEndStream : 0, id, answer.data);
  if (answer.reset_code >= 0) {
    out += frame(kReset, 0, id, number(static_cast<std::uint32_t>(answer.reset_code), 4));
  }
  if (answer.goaway_after) out += goaway(id);
  return stream.write(out) && !answer.close;
}

}  // namespace algo::test
