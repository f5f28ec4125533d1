#include "bundle/config_maps.h"

#include "base/encoding.h"
#include "base/error.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

using bundle::kMaxConfigMapBytes;
using bundle::pack;
using bundle::Packed;
using bundle::PodFile;
using bundle::split_file;

std::string joined(const std::vector<PodFile>& parts) {
  std::string bytes;
  for (const PodFile& part : parts) bytes += part.bytes;
  return bytes;
}

TEST_CASE("split_file: a file that fits stays whole") {
  const auto parts = split_file("test-cases.json", std::string(kMaxConfigMapBytes, 'x'));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].path == "test-cases.json");
}

TEST_CASE("split_file: parts are numbered, small enough, and joined give the file") {
  const std::string bytes(2 * kMaxConfigMapBytes + 1, 'x');
  const auto parts = split_file("test-cases.json", bytes);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].path == "test-cases.json.000");
  CHECK(parts[2].path == "test-cases.json.002");
  CHECK(parts[2].bytes.size() == 1);
  CHECK(joined(parts) == bytes);
}

TEST_CASE("split_file: a code point is never cut") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    CAPTURE(shift);
    std::string bytes(kMaxConfigMapBytes - shift, 'x');
    bytes += "\xf0\x9f\x98\x80 end";
    const auto parts = split_file("f", bytes);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].bytes.size() == kMaxConfigMapBytes - shift);
    CHECK(joined(parts) == bytes);
  }
}

TEST_CASE("split_file: bytes that are no text are cut all the same") {
  const std::string bytes(kMaxConfigMapBytes + 10, '\x80');
  const auto parts = split_file("f", bytes);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].bytes.size() == kMaxConfigMapBytes);
  CHECK(joined(parts) == bytes);
}

TEST_CASE("pack: one immutable ConfigMap and a volume that shows its files under their paths") {
  const Packed packed = pack("sources",
                             "job-sources",
                             {{"labels", {{"a", "b"}}}},
                             {{"bundle.json", "{}"}, {"src/solution.go", "package main\n"}});
  REQUIRE(packed.config_maps.size() == 1);
  CHECK(
      dump_json(packed.config_maps[0]) ==
      R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"job-sources","labels":{"a":"b"}},)"
      R"("immutable":true,"data":{"bundle.json":"{}","src.solution.go":"package main\n"}})");
  CHECK(dump_json(packed.volume) ==
        R"({"name":"sources","projected":{"defaultMode":292,"sources":[{"configMap":)"
        R"({"name":"job-sources","items":[{"key":"bundle.json","path":"bundle.json"},)"
        R"({"key":"src.solution.go","path":"src/solution.go"}]}}]}})");
}

TEST_CASE("pack: what is no text goes into binaryData") {
  const Packed packed = pack("sources", "n", Json::object(), {{"src/a", "\xff"}, {"src/b", "b"}});
  CHECK(packed.config_maps[0]["binaryData"]["src.a"] == base64_encode("\xff"));
  CHECK(packed.config_maps[0]["data"]["src.b"] == "b");
}

TEST_CASE("pack: begins another ConfigMap when one is full") {
  const std::string part(kMaxConfigMapBytes, 'x');
  const Packed packed =
      pack("input", "n", Json::object(), {{"a", "1"}, {"b.000", part}, {"b.001", part}});
  REQUIRE(packed.config_maps.size() == 3);
  CHECK(packed.config_maps[0]["metadata"]["name"] == "n");
  CHECK(packed.config_maps[2]["metadata"]["name"] == "n-2");
  const Json& sources = packed.volume["projected"]["sources"];
  REQUIRE(sources.size() == 3);
  CHECK(sources[2]["configMap"]["items"][0]["path"] == "b.001");
}

TEST_CASE("pack: refuses a file that fits no ConfigMap, and more than 16 of them") {
  const std::string part(kMaxConfigMapBytes, 'x');
  CHECK_THROWS_AS((void)pack("sources", "n", Json::object(), {{"src/a", part + "x"}}), Error);
  std::vector<PodFile> files;
  for (std::size_t i = 0; i < bundle::kMaxConfigMaps; ++i)
    files.push_back({std::to_string(i), part});
  CHECK(pack("input", "n", Json::object(), files).config_maps.size() == 16);
  files.push_back({"more", "x"});
  CHECK_THROWS_AS((void)pack("input", "n", Json::object(), files), Error);
}

}  // namespace
}  // namespace algo::test
