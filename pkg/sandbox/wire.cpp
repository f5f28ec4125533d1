#include "sandbox/wire.h"

#include <cstring>

namespace algo::sandbox {
namespace {

constexpr std::uint8_t kVersion = 4;
constexpr std::size_t kMaxText = std::size_t{32} << 10U;
constexpr std::size_t kMaxAct = 512;
constexpr std::size_t kMaxEvidence = 64;  // entries in each map of Hello

void put(PacketWriter& writer, const std::map<std::string, std::string>& map) {
  writer.u32(static_cast<std::uint32_t>(map.size()));
  for (const auto& [key, value] : map) {
    writer.text(key);
    writer.text(value);
  }
}

std::map<std::string, std::string> get_map(PacketReader& reader, std::size_t most) {
  std::map<std::string, std::string> map;
  const std::size_t count = reader.count(2 * sizeof(std::uint32_t));
  for (std::size_t i = 0; i < count; ++i) {
    std::string key = reader.text(most);
    map[std::move(key)] = reader.text(most);
  }
  return map;
}

void put(PacketWriter& writer, const Usage& usage) {
  writer.nanos(usage.cpu);
  writer.nanos(usage.wall);
  writer.u64(usage.peak_memory);
  writer.u64(usage.switches_voluntary);
  writer.u64(usage.switches_forced);
  writer.nanos(usage.waited);
}

Usage get_usage(PacketReader& reader) {
  Usage usage;
  usage.cpu = reader.nanos();
  usage.wall = reader.nanos();
  usage.peak_memory = reader.u64();
  usage.switches_voluntary = reader.u64();
  usage.switches_forced = reader.u64();
  usage.waited = reader.nanos();
  return usage;
}

void put(PacketWriter& writer, const Limits& limits) {
  writer.nanos(limits.cpu);
  writer.nanos(limits.wall);
  writer.u64(limits.memory);
  writer.u64(limits.data);
  writer.u64(limits.file_size);
  writer.u64(limits.stack);
  writer.u32(limits.processes);
}

Limits get_limits(PacketReader& reader) {
  Limits limits;
  limits.cpu = reader.nanos();
  limits.wall = reader.nanos();
  limits.memory = reader.u64();
  limits.data = reader.u64();
  limits.file_size = reader.u64();
  limits.stack = reader.u64();
  limits.processes = reader.u32();
  return limits;
}

}  // namespace

PacketWriter::PacketWriter(Message type, std::uint32_t run) {
  const std::array<std::uint8_t, 4> head{kVersion, static_cast<std::uint8_t>(type), 0, 0};
  raw(head.data(), head.size());
  u32(run);
}

void PacketWriter::raw(const void* data, std::size_t size) {
  bytes_.append(static_cast<const char*>(data), size);
}

void PacketWriter::text(std::string_view value) {
  u32(static_cast<std::uint32_t>(value.size()));
  bytes_.append(value);
}

PacketReader::PacketReader(std::string_view bytes) : rest_(bytes) {
  std::array<std::uint8_t, 4> head{};
  if (!raw(head.data(), head.size()) || head[0] != kVersion || head[1] < 1 ||
      head[1] > static_cast<std::uint8_t>(Message::kEnded)) {
    return;
  }
  run_ = u32();
  if (!failed_) type_ = static_cast<Message>(head[1]);
}

bool PacketReader::raw(void* data, std::size_t size) {
  if (failed_ || rest_.size() < size) {
    failed_ = true;
    return false;
  }
  std::memcpy(data, rest_.data(), size);
  rest_.remove_prefix(size);
  return true;
}

std::uint32_t PacketReader::u32() {
  std::uint32_t value = 0;
  return raw(&value, sizeof value) ? value : 0;
}

std::uint64_t PacketReader::u64() {
  std::uint64_t value = 0;
  return raw(&value, sizeof value) ? value : 0;
}

std::size_t PacketReader::count(std::size_t item_bytes) {
  const std::size_t items = u32();
  if (items > rest_.size() / item_bytes) failed_ = true;
  return failed_ ? 0 : items;
}

std::string PacketReader::text(std::size_t most) {
  const std::size_t size = u32();
  if (failed_ || size > most || size > rest_.size()) {
    failed_ = true;
    return {};
  }
  std::string value(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return value;
}

std::string encode_spawn(std::uint32_t run, const SpawnRequest& request) {
  PacketWriter writer(Message::kSpawn, run);
  put(writer, request.limits);
  for (const bool passed : request.channels) writer.u32(passed ? 1 : 0);
  writer.text(request.command.directory);
  put(writer, request.command.env);
  put(writer, request.command.zygote);
  writer.u32(static_cast<std::uint32_t>(request.command.argv.size()));
  for (const std::string& word : request.command.argv) writer.text(word);
  return writer.bytes();
}

std::optional<SpawnRequest> decode_spawn(PacketReader reader) {
  SpawnRequest request;
  request.limits = get_limits(reader);
  for (bool& passed : request.channels) passed = reader.u32() != 0;
  request.command.directory = reader.text(kMaxText);
  request.command.env = get_map(reader, kMaxText);
  request.command.zygote = get_map(reader, kMaxText);
  const std::size_t words = reader.count(sizeof(std::uint32_t));
  for (std::size_t i = 0; i < words; ++i) request.command.argv.push_back(reader.text(kMaxText));
  if (!reader.complete() || words == 0) return std::nullopt;
  return request;
}

std::string encode_hello(const Hello& hello) {
  PacketWriter writer(Message::kHello, 0);
  put(writer, hello.protections);
  put(writer, hello.measured_by);
  writer.text(hello.kernel);
  return writer.bytes();
}

std::optional<Hello> decode_hello(PacketReader reader) {
  Hello hello;
  hello.protections = get_map(reader, kMaxAct);
  hello.measured_by = get_map(reader, kMaxAct);
  hello.kernel = reader.text(kMaxAct);
  if (!reader.complete() || hello.protections.size() > kMaxEvidence ||
      hello.measured_by.size() > kMaxEvidence) {
    return std::nullopt;
  }
  return hello;
}

std::string encode_measured(std::uint32_t run, const Usage& usage) {
  PacketWriter writer(Message::kMeasured, run);
  put(writer, usage);
  return writer.bytes();
}

std::optional<Usage> decode_measured(PacketReader reader) {
  const Usage usage = get_usage(reader);
  if (!reader.complete()) return std::nullopt;
  return usage;
}

std::string encode_ended(std::uint32_t run, const Ended& ended) {
  PacketWriter writer(Message::kEnded, run);
  writer.u32(static_cast<std::uint32_t>(ended.stop));
  writer.u32(static_cast<std::uint32_t>(ended.exit_code));
  writer.u32(static_cast<std::uint32_t>(ended.signal));
  writer.text(std::string_view(ended.act).substr(0, kMaxAct));
  writer.u32(ended.memory_refused ? 1 : 0);
  writer.u32(ended.out_of_memory ? 1 : 0);
  writer.u32(ended.copied ? 1 : 0);
  put(writer, ended.usage);
  return writer.bytes();
}

std::optional<Ended> decode_ended(PacketReader reader) {
  constexpr std::uint32_t most_code = 255;
  const std::uint32_t stop = reader.u32();
  const std::uint32_t exit_code = reader.u32();
  const std::uint32_t signal = reader.u32();
  if (stop > static_cast<std::uint32_t>(Stop::kLost) || exit_code > most_code ||
      signal > most_code) {
    return std::nullopt;
  }
  Ended ended;
  ended.stop = static_cast<Stop>(stop);
  ended.exit_code = static_cast<int>(exit_code);
  ended.signal = static_cast<int>(signal);
  ended.act = reader.text(kMaxAct);
  ended.memory_refused = reader.u32() != 0;
  ended.out_of_memory = reader.u32() != 0;
  ended.copied = reader.u32() != 0;
  ended.usage = get_usage(reader);
  if (!reader.complete()) return std::nullopt;
  return ended;
}

}  // namespace algo::sandbox
