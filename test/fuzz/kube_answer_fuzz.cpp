// The first line is a header's value, the rest an answer's body. Oracles: warnings are no longer
// than their header, a wait is bounded, and whatever a server or proxy says becomes an error whose
// words are valid UTF-8, bounded, and nothing that a terminal acts on.
#include "base/error.h"
#include "base/text.h"
#include "fuzz/fuzz.h"
#include "kube/http_fields.h"
#include "kube/status.h"

#include <algorithm>
#include <string>

namespace {

using algo::test::fuzz_check;

void check_header(const std::string& value) {
  const algo::kube::Head head{.status = 429,
                              .headers = {{.name = "retry-after", .value = value},
                                          {.name = "content-type", .value = value}}};
  const auto texts = algo::kube::parse_warnings(value);
  fuzz_check(texts.size() <= 64, "more warnings than there may be");
  for (const std::string& text : texts) fuzz_check(text.size() < value.size(), "a longer warning");
  const auto wait = algo::kube::retry_after(head);
  fuzz_check(!wait || (*wait >= algo::Nanos{0} && *wait <= algo::kube::kMaxRetryAfter),
             "a wait without bounds");
  (void)algo::kube::media_type(head);
}

void check_words(const std::string& words) {
  fuzz_check(!algo::find_invalid_utf8(words), "an error that is no UTF-8");
  fuzz_check(algo::printable(words) == words, "an error that acts on a terminal");
  fuzz_check(words.size() < (std::size_t{2} << 20U), "an error without bounds");
}

void check_answer(const std::string& type, const std::string& body) {
  for (const int code : {200, 401, 403, 422, 502}) {
    const algo::kube::Status status = algo::kube::status_of_answer(
        {.status = code, .headers = {{.name = "content-type", .value = type}}}, body);
    (void)status.gone();
    (void)status.version_too_large();
    const algo::Error error = algo::kube::status_error(status, "do it");
    check_words(error.why());
    fuzz_check(error.kind() == algo::ErrorKind::kLost || error.kind() == algo::ErrorKind::kRefused,
               "an error of the wrong kind");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string value = text.substr(0, end);
  check_header(value);
  check_answer(value, text.substr(std::min(end + 1, text.size())));
  return 0;
}
