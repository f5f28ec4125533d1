#include "sandbox/box.h"

#include <doctest/doctest.h>

#include <string>

using algo::sandbox::Stop;
using algo::test::Box;
using algo::test::Outcome;

namespace {

// Three fifths of the limit.
constexpr const char* kMebibytes = "153";

}  // namespace

TEST_CASE("memory: a child between vfork and exec has its parent's memory, not as much again") {
  for (const char* how : {"lent", "often"}) {
    CAPTURE(std::string(how));
    Box box;
    const Outcome outcome = box.run("lender", {how, kMebibytes});
    CHECK(outcome.ended.stop == Stop::kExited);
    CHECK(outcome.ended.exit_code == 0);
    CHECK(outcome.ended.usage.peak_memory >= 153ULL << 20U);
  }
}

TEST_CASE("memory: what only looks like a child in its parent's memory is counted") {
  struct Row {
    const char* how;
    const char* what;
  };
  for (const Row& row : {Row{"forked", "a copy of the same size"},
                         Row{"copied", "a copy that is waited for as by vfork"},
                         Row{"lent-and-forked", "a copy beside a child in the same memory"},
                         Row{"lent-to-sibling", "a copy, and the child is its parent's sibling"},
                         Row{"lent-to-thread", "a copy, and what is waited for is a thread"},
                         Row{"adopted", "orphans adopted by those that wait"}}) {
    CAPTURE(std::string(row.what));
    Box box;
    CHECK(box.run("lender", {row.how, kMebibytes}).ended.stop == Stop::kMemoryLimit);
  }
}
