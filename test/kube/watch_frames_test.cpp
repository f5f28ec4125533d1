#include "kube/watch_frames.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace algo::kube {
namespace {

using Objects = std::vector<std::string>;

struct Split {
  Objects objects{};
  bool good = true;
  bool inside = false;
};

Split split_at(const std::string& text, std::size_t piece, std::size_t max_bytes = 1000) {
  JsonSplitter splitter(max_bytes);
  Split out;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    out.good = splitter.feed(std::string_view(text).substr(at, piece),
                             [&](const std::string& object) { out.objects.push_back(object); });
  }
  out.inside = splitter.inside();
  return out;
}

TEST_CASE("JsonSplitter: gives the same objects whatever the sizes of the pieces") {
  const std::string text = "{\"a\":\"}{\\\"\"}\n{\"b\":[{},{\"c\":\"\\\\\"}]}{}  \r\n\t{\"d\":1";
  const Objects expected{R"({"a":"}{\""})", R"({"b":[{},{"c":"\\"}]})", "{}"};
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    CAPTURE(piece);
    const Split split = split_at(text, piece);
    CHECK(split.good);
    CHECK(split.objects == expected);
    CHECK(split.inside);  // the last one is cut
  }
}

TEST_CASE("JsonSplitter: refuses what is no stream of objects, at once") {
  for (const char* text : {"<html>", "[{}]", "1", "\"a\"", "{}x{}", "}"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(split_at(text, 1).good);
    CHECK_FALSE(split_at(text, 100).good);
  }
  CHECK(split_at("{}x{}", 1).objects == Objects{"{}"});
}

TEST_CASE("JsonSplitter: refuses an object beyond the limit without keeping it") {
  CHECK(split_at("{\"a\":1}", 1, 7).good);
  CHECK_FALSE(split_at("{\"a\":12}", 1, 7).good);
  CHECK_FALSE(split_at("{" + std::string(100'000, '['), 4096, 1000).good);
}

}  // namespace
}  // namespace algo::kube
