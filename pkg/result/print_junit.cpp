#include "base/text.h"
#include "result/print.h"

#include <array>
#include <charconv>

namespace algo::result {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

// U+FFFE and U+FFFF, which XML 1.0 (production 2, Char) leaves out.
bool is_noncharacter(std::string_view text, std::size_t i) {
  const std::string_view three = text.substr(i, 3);
  return three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf";
}

// For content and attributes alike; forbidden characters become U+FFFD.
std::string escape(std::string_view bytes) {
  const std::string text = to_valid_utf8(bytes);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto code = static_cast<unsigned char>(c);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\r') {
      out += "&#13;";  // a parser would read it as a newline
    } else if (code < 0x20 && c != '\n' && c != '\t') {
      out += kReplacement;
    } else if (is_noncharacter(text, i)) {
      out += kReplacement;
      i += 2;
    } else {
      out += c;
    }
  }
  return out;
}

// White space in attributes would become spaces when read.
std::string attribute(std::string_view name, std::string_view value) {
  const std::string text = replace_all(replace_all(escape(value), "\n", "&#10;"), "\t", "&#9;");
  return " " + std::string(name) + "=\"" + text + "\"";
}

std::string seconds(std::chrono::nanoseconds time) {
  std::array<char, 64> digits{};
  auto* const end = std::to_chars(digits.data(),
                                  digits.data() + digits.size(),
                                  static_cast<double>(time.count()) / 1e9,
                                  std::chars_format::fixed,
                                  6)
                        .ptr;
  return {digits.data(), end};
}

std::string element(std::string_view name, std::string_view attributes, std::string_view content) {
  std::string xml = "      <";
  xml.append(name).append(attributes).append(">");
  return xml.append(escape(content)).append("</").append(name).append(">\n");
}

std::string details(const CaseResult& one) {
  if (!one.difference) return "";
  std::string text =
      "input:    " + one.difference->input + "\nexpected: " + one.difference->expected + "\n";
  if (!one.difference->got.empty()) text += "got:      " + one.difference->got + "\n";
  return text;
}

std::string outcome(const CaseResult& one) {
  if (one.verdict == Verdict::kAC) return "";
  if (one.verdict == Verdict::kSkip) {
    return "      <skipped" + attribute("message", one.cause) + "/>\n";
  }
  std::string message(words(one.verdict).meaning);
  if (!one.cause.empty()) message += " (" + one.cause + ")";
  if (one.difference && !one.difference->where.empty()) message += ": " + one.difference->where;
  const std::string attributes =
      attribute("type", words(one.verdict).code) + attribute("message", message);
  return element(one.verdict == Verdict::kIE ? "error" : "failure", attributes, details(one));
}

std::string test_case(const std::string& suite, const CaseResult& one) {
  std::string inside = outcome(one);
  if (one.out.bytes > 0) inside += element("system-out", "", one.out.text);
  if (one.err.bytes > 0) inside += element("system-err", "", one.err.text);
  const std::string head = "    <testcase" + attribute("classname", suite) +
                           attribute("name", one.name) + attribute("time", seconds(one.time));
  return inside.empty() ? head + "/>\n" : head + ">\n" + inside + "    </testcase>\n";
}

// A failure that belongs to no case, as a case.
std::vector<CaseResult> with_whole(const Report& report) {
  std::vector<CaseResult> cases = report.cases;
  CaseResult whole;
  whole.verdict = report.verdict;
  whole.cause = report.cause;
  if (report.verdict == Verdict::kCE) {
    whole.name = "compile";
    whole.time = report.compile.time;
    whole.difference = Difference{{}, {}, {}, report.compile.message};
    whole.err = {report.compile.log, report.compile.log.size(), report.compile.log_truncated};
    cases.push_back(whole);
  } else if (report.verdict == Verdict::kIE && tally(report.cases).worst != Verdict::kIE) {
    whole.name = "judge";
    cases.push_back(whole);
  }
  return cases;
}

}  // namespace

std::string print_junit(const Report& report) {
  const std::vector<CaseResult> cases = with_whole(report);
  const std::string suite = report.problem + "." + report.language;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
  std::chrono::nanoseconds time{};
  std::string inside;
  for (const CaseResult& one : cases) {
    const bool failed = one.verdict != Verdict::kAC && one.verdict != Verdict::kSkip;
    errors += one.verdict == Verdict::kIE ? 1 : 0;
    failures += failed && one.verdict != Verdict::kIE ? 1 : 0;
    skipped += one.verdict == Verdict::kSkip ? 1 : 0;
    time += one.time;
    inside += test_case(suite, one);
  }
  const std::string counts = attribute("tests", std::to_string(cases.size())) +
                             attribute("failures", std::to_string(failures)) +
                             attribute("errors", std::to_string(errors)) +
                             attribute("skipped", std::to_string(skipped)) +
                             attribute("time", seconds(time));
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite" +
         attribute("name", suite) + counts +
         (report.started.empty() ? "" : attribute("timestamp", report.started)) + ">\n" + inside +
         "  </testsuite>\n</testsuites>\n";
}

}  // namespace algo::result
