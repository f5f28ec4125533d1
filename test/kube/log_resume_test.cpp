#include "kube/log_resume.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using Novelty = LogResume::Novelty;

LogLine at(std::string_view timestamp, std::string_view text) {
  return {.text = text, .timestamp = timestamp};
}

TEST_CASE("LogResume: numbers decide, whatever the timestamps say") {
  LogResume resume;
  CHECK(resume.judge(at("2024-01-02T03:04:05Z", "x"), 1) == Novelty::kNew);
  CHECK(resume.accept(at("2024-01-02T03:04:05Z", "x"), 1) == 0);
  CHECK(resume.judge(at("2024-01-02T03:04:09Z", "x"), 1) == Novelty::kRepeated);
  CHECK(resume.judge(at("2024-01-02T03:04:05Z", "x"), 2) == Novelty::kNew);
  CHECK(resume.judge(at("2024-01-02T03:04:05Z", "x"), 5) == Novelty::kGap);
  CHECK(resume.accept(at("2024-01-02T03:04:05Z", "x"), 5) == 3);
  CHECK(resume.last_number() == 5);
}

TEST_CASE("LogResume: a log whose beginning is gone starts with a gap") {
  LogResume resume;
  CHECK(resume.judge(at("2024-01-02T03:04:05Z", "x"), 8) == Novelty::kGap);
  CHECK(resume.accept(at("2024-01-02T03:04:05Z", "x"), 8) == 7);
}

TEST_CASE("LogResume: text without numbers is known by timestamp and content") {
  LogResume resume;
  (void)resume.accept(at("2024-01-02T03:04:05.1Z", "a"), std::nullopt);
  (void)resume.accept(at("2024-01-02T03:04:05.2Z", "b"), std::nullopt);
  CHECK(resume.judge(at("2024-01-02T03:04:05.1Z", "a"), std::nullopt) == Novelty::kRepeated);
  CHECK(resume.judge(at("2024-01-02T03:04:05.2Z", "b"), std::nullopt) == Novelty::kRepeated);
  CHECK(resume.judge(at("2024-01-02T03:04:05.2Z", "c"), std::nullopt) == Novelty::kNew);
  CHECK(resume.judge(at("2024-01-02T03:04:05.3Z", "b"), std::nullopt) == Novelty::kNew);
  CHECK(resume.judge(at("", "a"), std::nullopt) == Novelty::kNew);
  CHECK(resume.last_timestamp() == "2024-01-02T03:04:05.2Z");
}

TEST_CASE("LogResume: remembers only what could come again") {
  LogResume resume;
  (void)resume.accept(at("2024-01-02T03:04:05Z", "a"), std::nullopt);
  (void)resume.accept(at("2024-01-02T03:04:09Z", "b"), std::nullopt);
  CHECK(resume.judge(at("2024-01-02T03:04:05Z", "a"), std::nullopt) == Novelty::kNew);
  for (int i = 0; i < 2000; ++i) {
    (void)resume.accept(at("2024-01-02T03:04:09Z", std::to_string(i)), std::nullopt);
  }
  CHECK(resume.judge(at("2024-01-02T03:04:09Z", "1999"), std::nullopt) == Novelty::kRepeated);
  CHECK(resume.judge(at("2024-01-02T03:04:09Z", "b"), std::nullopt) == Novelty::kNew);
}

}  // namespace
}  // namespace algo::kube
