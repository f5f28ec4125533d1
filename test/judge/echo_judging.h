#pragma once

#include "judge/case_judge.h"
#include "support/fake_sandbox.h"

#include <doctest/doctest.h>

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// A problem whose answer is its one argument, and sandboxes that play whole judgings of it.
namespace algo::judge {

// Hands out one scripted sandbox after the other.
class FakeSource final : public SandboxSource {
 public:
  explicit FakeSource(std::deque<std::deque<test::FakeProcess>> scripts)
      : scripts_(std::move(scripts)) {}
  sandbox::Sandbox& box() override {
    if (!box_) {
      ++starts;
      REQUIRE_FALSE(scripts_.empty());
      box_ = std::make_unique<test::FakeSandbox>(std::move(scripts_.front()));
      scripts_.pop_front();
    }
    return *box_;
  }
  void replace() override { box_.reset(); }
  bool recover() override { return !scripts_.empty(); }
  Ruling lost() const override { return {result::Verdict::kMLE, "container"}; }
  // Of the sandbox that was handed out last.
  const std::vector<sandbox::Command>& commands() const { return box_->commands; }
  int starts = 0;

 private:
  std::deque<std::deque<test::FakeProcess>> scripts_;
  std::unique_ptr<test::FakeSandbox> box_;
};

inline spec::Problem identity_problem() {
  spec::Problem problem;
  problem.name = "echo";
  spec::Param param;
  param.name = "x";
  param.type = {spec::Type::Base::kInteger, 0};
  problem.function.call = {"f", {param}, param.type};
  return problem;
}

inline spec::Case expects(int value) {
  spec::Case one;
  one.name = "case-" + std::to_string(value);
  one.input = Json::array({value});
  one.output = value;
  return one;
}

inline test::FakeReply answer(char value) {
  return {.answers = test::framed(std::string(1, '\0') + value + std::string(7, '\0'))};
}

inline test::FakeProcess worker(std::deque<test::FakeReply> replies) {
  return {.start = {.answers = test::framed("")}, .replies = std::move(replies)};
}

}  // namespace algo::judge
