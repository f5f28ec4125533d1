#include "judge/case_judge.h"

#include "echo_judging.h"

#include <doctest/doctest.h>

namespace algo::judge {
namespace {

using result::Verdict;
using test::FakeProcess;
using test::FakeReply;

RunPlan plan() {
  RunPlan plan;
  plan.limits.cpu = std::chrono::seconds(1);
  plan.limits.wall = std::chrono::seconds(3);
  plan.limits.memory = 1 << 20;
  plan.output = 1000;
  return plan;
}

TEST_CASE("case_judge: a case that fails first in its process counts at once") {
  const spec::Problem problem = identity_problem();
  FakeSource source({{worker({answer(9), answer(2)})}});
  const Interrupt never;
  CaseJudge judge(problem, plan(), source, never);

  const result::CaseResult wrong = judge.judge(expects(1), true, nullptr);
  CHECK(wrong.verdict == Verdict::kWA);
  CHECK_FALSE(wrong.judged_alone);
  REQUIRE(wrong.difference.has_value());
  CHECK(wrong.difference->got == "9");
  CHECK(judge.judge(expects(2), true, nullptr).verdict == Verdict::kAC);
}

TEST_CASE("case_judge: a failure in a used worker is judged again alone") {
  const spec::Problem problem = identity_problem();
  const Interrupt never;
  SUBCASE("and counts when it fails there too") {
    FakeSource source({{worker({answer(1), answer(9)}), worker({answer(8)})}});
    CaseJudge judge(problem, plan(), source, never);
    CHECK(judge.judge(expects(1), true, nullptr).verdict == Verdict::kAC);
    const result::CaseResult wrong = judge.judge(expects(2), true, nullptr);
    CHECK(wrong.verdict == Verdict::kWA);
    CHECK(wrong.judged_alone);
    CHECK(wrong.difference->got == "8");
  }
  SUBCASE("and is accepted, with a note, when it passes there") {
    FakeSource source({{worker({answer(1), answer(9)}), worker({answer(2), answer(3)})}});
    CaseJudge judge(problem, plan(), source, never);
    CHECK(judge.judge(expects(1), true, nullptr).verdict == Verdict::kAC);
    const result::CaseResult leaky = judge.judge(expects(2), true, nullptr);
    CHECK(leaky.verdict == Verdict::kAC);
    CHECK(leaky.note.find("state leaks") != std::string::npos);
    // The fresh worker serves the next case.
    CHECK(judge.judge(expects(3), true, nullptr).verdict == Verdict::kAC);
  }
}

FakeReply slow(std::chrono::milliseconds cpu) {
  sandbox::Ended ended = test::stopped(sandbox::Stop::kCpuLimit);
  ended.usage.cpu = cpu;
  return {.end = ended};
}

TEST_CASE("case_judge: who is stopped at the time limit is run once more, alone") {
  const spec::Problem problem = identity_problem();
  const Interrupt never;
  constexpr std::chrono::milliseconds near(1004);
  SUBCASE("and accepted when that is in time") {
    FakeSource source({{worker({slow(near)}), worker({answer(1)})}});
    CaseJudge judge(problem, plan(), source, never);
    const result::CaseResult judged = judge.judge(expects(1), true, nullptr);
    CHECK(judged.verdict == Verdict::kAC);
    CHECK(judged.judged_alone);
    CHECK(judged.note.find("close to the time limit") != std::string::npos);
  }
  SUBCASE("but not when it was far above, as several threads can be") {
    FakeSource source({{worker({slow(std::chrono::milliseconds(1200))}), worker({answer(1)})}});
    CaseJudge judge(problem, plan(), source, never);
    const result::CaseResult judged = judge.judge(expects(1), true, nullptr);
    CHECK(judged.verdict == Verdict::kTLE);
    CHECK_FALSE(judged.judged_alone);
  }
  SUBCASE("but no more when it was slow three times") {
    FakeSource source({std::deque<FakeProcess>(7, worker({slow(near)}))});
    CaseJudge judge(problem, plan(), source, never);
    for (int i = 0; i < 3; ++i) {
      const result::CaseResult judged = judge.judge(expects(1), true, nullptr);
      CHECK(judged.verdict == Verdict::kTLE);
      CHECK(judged.judged_alone);
    }
    CHECK_FALSE(judge.judge(expects(1), true, nullptr).judged_alone);
  }
}

TEST_CASE("case_judge: a worker that ended is replaced for the next case") {
  const spec::Problem problem = identity_problem();
  FakeSource source({{worker({FakeReply{.end = test::exited(1)}}), worker({answer(2)})}});
  const Interrupt never;
  CaseJudge judge(problem, plan(), source, never);
  CHECK(judge.judge(expects(1), true, nullptr).cause == "exit:1");
  CHECK(judge.judge(expects(2), true, nullptr).verdict == Verdict::kAC);
}

TEST_CASE("case_judge: a lost sandbox is ruled by its source and replaced") {
  const spec::Problem problem = identity_problem();
  FakeSource source(
      {{worker({FakeReply{.end = test::stopped(sandbox::Stop::kLost)}})}, {worker({answer(2)})}});
  const Interrupt never;
  CaseJudge judge(problem, plan(), source, never);
  const result::CaseResult lost = judge.judge(expects(1), true, nullptr);
  CHECK(lost.verdict == Verdict::kMLE);
  CHECK(lost.cause == "container");
  CHECK(judge.lost());
  CHECK(judge.recover());
  CHECK_FALSE(judge.lost());
  CHECK(judge.judge(expects(2), true, nullptr).verdict == Verdict::kAC);
  CHECK(source.starts == 2);
}

TEST_CASE("case_judge: a sandbox that does not come back ends the judging") {
  const spec::Problem problem = identity_problem();
  FakeSource source({{worker({FakeReply{.end = test::stopped(sandbox::Stop::kLost)}})}});
  const Interrupt never;
  CaseJudge judge(problem, plan(), source, never);
  CHECK(judge.judge(expects(1), true, nullptr).verdict == Verdict::kMLE);
  CHECK_FALSE(judge.recover());
  CHECK(judge.lost());
}

spec::Problem sum_problem() {
  spec::Problem problem;
  problem.name = "sum";
  problem.contract = spec::Contract::kStdio;
  problem.compare.mode = spec::Compare::Mode::kTokens;
  return problem;
}

spec::Case sum_case() {
  spec::Case one;
  one.name = "a";
  one.input = "1 2\n";
  one.output = "3\n";
  return one;
}

FakeProcess prints(const std::string& text, bool copied) {
  sandbox::Ended ended = test::exited(0);
  ended.copied = copied;
  return {.start = {.out = text, .end = ended}};
}

TEST_CASE("case_judge: a failure in a copy is judged again alone") {
  const spec::Problem problem = sum_problem();
  RunPlan with_zygote = plan();
  with_zygote.command.zygote = {{"Z", "1"}};
  const Interrupt never;
  SUBCASE("and counts when it fails there too") {
    FakeSource source({{prints("3", true), prints("4", true), prints("5", false)}});
    CaseJudge judge(problem, with_zygote, source, never);
    CHECK(judge.judge(sum_case(), true, nullptr).verdict == Verdict::kAC);
    const result::CaseResult wrong = judge.judge(sum_case(), true, nullptr);
    CHECK(wrong.verdict == Verdict::kWA);
    CHECK(wrong.judged_alone);
    CHECK(wrong.difference->got == "5");
    CHECK(source.commands().at(1).zygote.size() == 1);
    CHECK(source.commands().at(2).zygote.empty());
  }
  SUBCASE("and is accepted, with a note, when it passes there") {
    FakeSource source({{prints("4", true), prints("3", false)}});
    CaseJudge judge(problem, with_zygote, source, never);
    const result::CaseResult leaky = judge.judge(sum_case(), true, nullptr);
    CHECK(leaky.verdict == Verdict::kAC);
    CHECK(leaky.note.find("accepted alone") != std::string::npos);
  }
  SUBCASE("until it has failed there as well three times") {
    FakeSource source({{prints("4", true),
                        prints("4", false),
                        prints("4", true),
                        prints("4", false),
                        prints("4", true),
                        prints("4", false),
                        prints("4", true)}});
    CaseJudge judge(problem, with_zygote, source, never);
    for (int i = 0; i < 3; ++i) CHECK(judge.judge(sum_case(), true, nullptr).judged_alone);
    CHECK_FALSE(judge.judge(sum_case(), true, nullptr).judged_alone);
  }
  SUBCASE("but not when the program was started anew all the same") {
    FakeSource source({{prints("4", false)}});
    CaseJudge judge(problem, with_zygote, source, never);
    CHECK_FALSE(judge.judge(sum_case(), true, nullptr).judged_alone);
  }
}

TEST_CASE("case_judge: stdio compares what was printed, each case in its own process") {
  const spec::Problem problem = sum_problem();
  const spec::Case one = sum_case();
  FakeSource source(
      {{FakeProcess{.start = {.out = " 3 ", .end = test::exited(0)}},
        FakeProcess{.start = {.out = "4", .err = "oops", .end = test::exited(0)}},
        FakeProcess{.start = {.out = std::string(2000, '3'), .end = test::exited(0)}}}});
  const Interrupt never;
  CaseJudge judge(problem, plan(), source, never);
  CHECK(judge.judge(one, true, nullptr).verdict == Verdict::kAC);
  const result::CaseResult wrong = judge.judge(one, true, nullptr);
  CHECK(wrong.verdict == Verdict::kWA);
  CHECK(wrong.err.text == "oops");
  const result::CaseResult flood = judge.judge(one, true, nullptr);
  CHECK(flood.verdict == Verdict::kOLE);
  CHECK(flood.out.bytes == 2000);
}

TEST_CASE("case_judge: gives the answer itself when asked, compared or not") {
  const spec::Problem problem = identity_problem();
  FakeSource source({{worker({answer(9)})}});
  const Interrupt never;
  CaseJudge judge(problem, plan(), source, never);
  std::string text;
  CHECK(judge.judge(expects(1), false, &text).verdict == Verdict::kAC);
  CHECK(text == "9");
}

}  // namespace
}  // namespace algo::judge
