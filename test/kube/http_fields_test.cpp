#include "kube/http_fields.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("parse_warnings: takes the texts with code 299, several from one header") {
  struct Row {
    const char* value;
    Texts texts;
  };
  for (const Row& row : {
           Row{R"(299 - "gone soon")", {"gone soon"}},
           Row{R"(299 - "a", 299 - "b")", {"a", "b"}},
           Row{R"(299 - "a \"quoted\" \\ one, with comma", 199 - "other", 299 x "c")",
               {R"(a "quoted" \ one, with comma)", "c"}},
           Row{R"(299 - "dated" "Wed, 21 Oct 2015 07:28:00 GMT", 299 - "next")", {"dated", "next"}},
           Row{R"(110 anderson/1.3.37 "Response is stale")", {}},
       }) {
    CAPTURE(std::string(row.value));
    CHECK(parse_warnings(row.value) == row.texts);
  }
}

TEST_CASE("parse_warnings: damaged headers give what can be read") {
  for (const char* value : {"", "299", "299 -", "299 - x", R"(299 - "open)", R"(299 - "open\)"}) {
    CAPTURE(std::string(value));
    CHECK(parse_warnings(value).empty());
  }
  CHECK(parse_warnings(R"(299 - "a" rubbish, 299 - "b")") == Texts{"a"});
}

Head with(const std::string& name, const std::string& value) {
  return {.status = 429, .headers = {{.name = name, .value = value}}};
}

TEST_CASE("retry_after: whole seconds only") {
  CHECK(retry_after(with("retry-after", "7")) == std::chrono::seconds(7));
  CHECK(retry_after(with("retry-after", "0")) == Nanos{0});
  CHECK(retry_after(with("retry-after", "4294967295")) == kMaxRetryAfter);
  CHECK(retry_after(with("retry-after", "9223372036854775807")) == kMaxRetryAfter);
  CHECK_FALSE(retry_after(with("retry-after", "9223372036854775808")));
  for (const char* value : {"", "-1", "1.5", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"}) {
    CAPTURE(std::string(value));
    CHECK_FALSE(retry_after(with("retry-after", value)));
  }
  CHECK_FALSE(retry_after({}));
}

TEST_CASE("media_type: without parameters, in lower case") {
  CHECK(media_type(with("content-type", "Text/HTML; charset=utf-8")) == "text/html");
  CHECK(media_type({}).empty());
}

}  // namespace
}  // namespace algo::kube
