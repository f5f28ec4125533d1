#include "base/error.h"
#include "sandbox/helper.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

namespace algo::sandbox {
namespace {

std::uint32_t number(std::string_view argument, std::string_view value, std::uint32_t most) {
  std::uint32_t parsed = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  if (error != std::errc{} || end != value.data() + value.size() || parsed > most) {
    throw Error(ErrorKind::kUsage, std::string(argument) + ": a whole number is expected");
  }
  return parsed;
}

Policy policy(std::string_view value) {
  if (value == "run") return Policy::kRun;
  if (value == "compile") return Policy::kCompile;
  throw Error(ErrorKind::kUsage, "--policy is run or compile, not " + std::string(value));
}

Calls calls(std::string_view value) {
  if (const std::optional<Calls> known = parse_calls(value)) return *known;
  throw Error(ErrorKind::kUsage, "--calls is native, runtime or jit, not " + std::string(value));
}

void take(std::string_view argument, HelperOptions& options) {
  constexpr auto most_uid = std::numeric_limits<std::uint32_t>::max() - 1;
  const std::size_t equals = argument.find('=');
  const std::string_view name = argument.substr(0, equals);
  const std::string_view value =
      equals == std::string_view::npos ? std::string_view() : argument.substr(equals + 1);
  if (name == "--policy") {
    options.policy = policy(value);
  } else if (name == "--calls") {
    options.calls = calls(value);
  } else if (name == "--socket-fd") {
    options.socket_fd = static_cast<int>(number(argument, value, 1 << 20));
  } else if (name == "--listen") {
    options.listen = value;
  } else if (name == "--peer-uid") {
    options.peer_uid = number(argument, value, most_uid);
  } else if (name == "--uid") {
    options.run_uid = number(argument, value, most_uid);
  } else if (name == "--read") {
    options.readable.emplace_back(value);
  } else if (name == "--write") {
    options.writable.emplace_back(value);
  } else if (name == "--path") {
    options.path = value;
  } else {
    throw Error(ErrorKind::kUsage, "unknown argument " + std::string(argument));
  }
}

constexpr std::array<std::string_view, 3> kCallsWords{"native", "runtime", "jit"};

}  // namespace

std::string_view word(Calls calls) {
  return kCallsWords.at(static_cast<std::size_t>(calls));
}

std::optional<Calls> parse_calls(std::string_view word) {
  for (std::size_t i = 0; i < kCallsWords.size(); ++i) {
    if (kCallsWords[i] == word) return static_cast<Calls>(i);
  }
  return std::nullopt;
}

std::vector<std::string> to_arguments(const HelperOptions& options) {
  std::vector<std::string> words;
  words.emplace_back(options.policy == Policy::kRun ? "--policy=run" : "--policy=compile");
  if (options.policy == Policy::kRun)
    words.push_back("--calls=" + std::string(word(options.calls)));
  if (options.socket_fd >= 0) words.push_back("--socket-fd=" + std::to_string(options.socket_fd));
  if (!options.listen.empty()) words.push_back("--listen=" + options.listen);
  if (options.peer_uid) words.push_back("--peer-uid=" + std::to_string(*options.peer_uid));
  if (options.run_uid != 0) words.push_back("--uid=" + std::to_string(options.run_uid));
  for (const std::string& folder : options.readable) words.push_back("--read=" + folder);
  for (const std::string& folder : options.writable) words.push_back("--write=" + folder);
  if (!options.path.empty()) words.push_back("--path=" + options.path);
  return words;
}

HelperOptions parse_helper_arguments(const std::vector<std::string>& arguments) {
  HelperOptions options;
  for (const std::string& argument : arguments) take(argument, options);
  if ((options.socket_fd >= 0) == !options.listen.empty()) {
    throw Error(ErrorKind::kUsage, "one of --socket-fd and --listen is needed");
  }
  return options;
}

}  // namespace algo::sandbox
