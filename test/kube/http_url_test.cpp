#include "kube/http_url.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

TEST_CASE("parse_authority: takes a URL's scheme, host and port") {
  struct Row {
    const char* url;
    const char* host;
    int port;
    const char* header;
  };
  for (const Row& row : {Row{"https://api.test", "api.test", 443, "api.test"},
                         Row{"https://api.test:6443", "api.test", 6443, "api.test:6443"},
                         Row{"http://api.test/prefix?x", "api.test", 80, "api.test"},
                         Row{"https://[::1]:6443", "::1", 6443, "[::1]:6443"},
                         Row{"https://[fd00::1]", "fd00::1", 443, "[fd00::1]"}}) {
    CAPTURE(std::string(row.url));
    const auto authority = parse_authority(row.url);
    REQUIRE(authority);
    CHECK(authority->host == row.host);
    CHECK(authority->port == row.port);
    CHECK(authority->host_header() == row.header);
  }
}

TEST_CASE("parse_authority: refuses what is none") {
  for (const char* url : {"",
                          "api.test",
                          "ftp://api.test",
                          "https://",
                          "https://:1",
                          "https://[::1",
                          "https://u:p@a",
                          "https://u@a",
                          "https://a:0",
                          "https://a:65536",
                          "https://a:1x",
                          "https://[::1]1"}) {
    CAPTURE(std::string(url));
    CHECK_FALSE(parse_authority(url));
  }
}

TEST_CASE("query_string: escapes values and leaves empty ones out") {
  CHECK(query_string({}).empty());
  CHECK(query_string({{"a", ""}}).empty());
  CHECK(query_string({{"a", "x=y,z"}, {"b", ""}, {"c", "\xc3\xa4 &"}}) ==
        "?a=x%3Dy%2Cz&c=%C3%A4%20%26");
}

}  // namespace
}  // namespace algo::kube
