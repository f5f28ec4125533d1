#include "judge/stream.h"

#include <doctest/doctest.h>

#include <unistd.h>

namespace algo::judge {
namespace {

void put(const Stream& stream, const std::string& bytes) {
  REQUIRE(::write(stream.remote(), bytes.data(), bytes.size()) ==
          static_cast<ssize_t>(bytes.size()));
}

TEST_CASE("stream: keeps the first bytes exactly and counts the rest") {
  Stream stream(4);
  put(stream, std::string("a\0\xff", 3));
  stream.drain();
  put(stream, "bcd");
  stream.drain();
  CHECK(stream.kept() == std::string("a\0\xff"
                                     "b",
                                     4));
  CHECK(stream.total() == 6);
}

TEST_CASE("stream: draining never blocks, and sees the end once the writer is gone") {
  Stream stream(10);
  stream.drain();
  CHECK_FALSE(stream.at_end());
  put(stream, "x");
  stream.close_remote();
  stream.drain();
  CHECK(stream.at_end());
  CHECK(stream.fd() == -1);
  CHECK(stream.kept() == "x");
}

TEST_CASE("stream: starts again for the next case") {
  Stream stream(2);
  put(stream, "one");
  stream.drain();
  stream.restart(8);
  put(stream, "two");
  stream.drain();
  CHECK(stream.kept() == "two");
  CHECK(stream.total() == 3);
}

}  // namespace
}  // namespace algo::judge
