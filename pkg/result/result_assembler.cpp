#include "base/digest.h"
#include "base/encoding.h"
#include "base/error.h"
#include "result/frame.h"

namespace algo::result {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorKind::kIncomplete, "the result did not come through whole", why);
}

std::uint64_t number(const Json& header, const char* key, std::uint64_t most) {
  const auto found = header.find(key);
  if (found == header.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > most) {
    refuse(std::string("its header has no usable \"") + key + "\"");
  }
  return found->get<std::uint64_t>();
}

}  // namespace

void ResultAssembler::begin(const std::string& header) {
  Json json;
  try {
    json = parse_json(header, "header");
  } catch (const Error& error) {
    refuse(error.what());
  }
  if (!json.is_object() || json.value("format", Json()) != "zlib+base64") {
    refuse("its header has an unknown format");
  }
  size_ = number(json, "bytes", kMaxReportBytes);
  chunks_expected_ = number(json, "chunks", kMaxReportBytes);
  const Json sha256 = json.value("sha256", Json());
  if (!sha256.is_string()) refuse("its header has no \"sha256\"");
  sha256_ = sha256.get<std::string>();
  begun_ = true;
}

void ResultAssembler::add_chunk(const std::string& base64) {
  if (++chunks_seen_ > chunks_expected_) refuse("there are more chunks than its header says");
  const std::optional<std::string> bytes = base64_decode(base64);
  if (!bytes) refuse("chunk " + std::to_string(chunks_seen_) + " is not base64");
  if (compressed_.size() + bytes->size() > kMaxReportBytes) refuse("it is too large");
  compressed_ += *bytes;
}

void ResultAssembler::add(const Frame& frame) {
  if (frame.stream != "result" && frame.stream != "end") return;
  if (ended_) refuse("there is more of it behind its end");
  if (frame.stream == "result") {
    begun_ ? add_chunk(frame.payload) : begin(frame.payload);
    return;
  }
  if (!begun_) refuse("its header is missing");
  if (chunks_seen_ != chunks_expected_) {
    refuse(std::to_string(chunks_seen_) + " of " + std::to_string(chunks_expected_) +
           " chunks have arrived");
  }
  ended_ = true;
}

bool ResultAssembler::complete() const {
  return ended_;
}

std::string ResultAssembler::bytes() const {
  if (!ended_) refuse("its end is missing");
  std::optional<std::string> report = zlib_decompress(compressed_, size_);
  if (!report) refuse("its compressed form is damaged");
  if (report->size() != size_) refuse("its size is not what its header says");
  if (sha256_hex(*report) != sha256_) refuse("its sha256 is not what its header says");
  return std::move(*report);
}

}  // namespace algo::result
