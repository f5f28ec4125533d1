#include "judge/describe.h"

#include "base/text.h"
#include "judge/brief.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace algo::judge {
namespace {

// Together below 2.5 KiB, so that a frame has room for the rest of the case.
constexpr std::size_t kInputBytes = 800;
constexpr std::size_t kValueBytes = 500;
constexpr std::size_t kWhereBytes = 500;
constexpr std::size_t kArgumentBytes = 120;

constexpr std::size_t kLinesBefore = 1;
constexpr std::size_t kLinesShown = 6;
constexpr std::size_t kColumnsBefore = 60;

std::string named_arguments(const spec::Method& call, const Json& arguments) {
  std::string text;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0) text += ", ";
    if (i < call.params.size()) text += call.params[i].name + " = ";
    text += brief(arguments[i], kArgumentBytes);
  }
  return text;
}

// "put(1, 10)"
std::string call_text(const Json& input, std::size_t index) {
  const Json& name = input[0][index];
  const std::string list = brief(input[1][index], kArgumentBytes);
  return (name.is_string() ? name.get<std::string>() : brief(name, kArgumentBytes)) + "(" +
         list.substr(1, list.size() - 2) + ")";
}

bool has_calls(const Json& input) {
  return input.is_array() && input.size() == 2 && input[0].is_array() && input[1].is_array() &&
         input[0].size() == input[1].size();
}

std::string input_text(const spec::Problem& problem, const Json& input, std::size_t show) {
  if (problem.function.is_class() && has_calls(input)) {
    return brief_list(
        input[0].size(), kInputBytes / 2, show, [&](std::size_t i) { return call_text(input, i); });
  }
  return input.is_array() ? named_arguments(problem.function.call, input)
                          : brief(input, kInputBytes);
}

// "[3][1]", and for a call of a class "[3], get(1)"
std::string path_text(const spec::Problem& problem, const spec::Case& one, const Comparison& at) {
  std::string text;
  for (const std::size_t index : at.path) text += "[" + std::to_string(index) + "]";
  const bool is_call = problem.function.is_class() && has_calls(one.input) && at.path.size() == 1 &&
                       at.path[0] < one.input[0].size();
  if (is_call) text += ", " + call_text(one.input, at.path[0]);
  return text;
}

// The line of `offset` with its neighbours; of long lines the part around it.
std::string around(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  std::size_t start = offset;
  for (std::size_t lines = 0; start > 0; --start) {
    if (text[start - 1] == '\n' && lines++ == kLinesBefore) break;
    if (offset - start >= 2 * kColumnsBefore) break;
  }
  while (start > 0 && start < text.size() &&
         (static_cast<unsigned char>(text[start]) & 0xc0U) == 0x80U) {
    --start;
  }
  std::size_t end = start;
  for (std::size_t lines = 0; end < text.size() && lines < kLinesShown; ++end) {
    if (text[end] == '\n') ++lines;
  }
  std::string shown = to_valid_utf8(text.substr(start, std::min(end - start, 2 * kValueBytes)));
  if (end < text.size() && end - start <= kValueBytes) {
    shown += "… (" + std::to_string(text.size() - end) + " more bytes)";
  } else if (shown.size() > kValueBytes) {
    std::size_t keep = kValueBytes;
    while ((static_cast<unsigned char>(shown[keep]) & 0xc0U) == 0x80U) --keep;
    const std::size_t left_out = text.size() - start - std::min(keep, text.size() - start);
    shown = shown.substr(0, keep) + "… (" + std::to_string(left_out) + " more bytes)";
  }
  return start > 0 ? "… " + shown : shown;
}

result::Difference describe_texts(const spec::Case& one,
                                  const Json* got,
                                  const Comparison& compared) {
  result::Difference shown;
  shown.input = around(one.input.get_ref<const std::string&>(), 0);
  shown.expected = around(one.output.get_ref<const std::string&>(), compared.expected_at);
  if (got != nullptr) {
    shown.got = around(got->get_ref<const std::string&>(), compared.got_at);
    shown.where = shorten(compared.what, kWhereBytes);
  }
  return shown;
}

}  // namespace

result::Difference describe(const spec::Problem& problem,
                            const spec::Case& one,
                            const Json* got,
                            const Comparison& compared) {
  const bool got_text = got == nullptr || got->is_string();
  if (one.input.is_string() && one.output.is_string() && got_text) {
    return describe_texts(one, got, compared);
  }
  const std::size_t show = compared.path.empty() ? 0 : compared.path.front();
  result::Difference shown;
  shown.input = shorten(input_text(problem, one.input, show), kInputBytes);
  shown.expected = shorten(brief(one.output, kValueBytes / 2, show), kValueBytes);
  if (got != nullptr) {
    shown.got = shorten(brief(*got, kValueBytes / 2, show), kValueBytes);
    const std::string path = path_text(problem, one, compared);
    shown.where =
        shorten(path.empty() ? compared.what : "at " + path + ": " + compared.what, kWhereBytes);
  }
  return shown;
}

}  // namespace algo::judge
