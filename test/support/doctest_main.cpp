#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "support/test_state.h"

#include <doctest/doctest.h>

namespace algo::test {
namespace {

// Tells TempDir whether the case that uses it has failed.
class FailureListener final : public doctest::IReporter {
 public:
  explicit FailureListener(const doctest::ContextOptions& /*options*/) {}

  void report_query(const doctest::QueryData& /*data*/) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats& /*stats*/) override {}
  void test_case_start(const doctest::TestCaseData& /*data*/) override {
    set_current_case_failed(false);
  }
  void test_case_reenter(const doctest::TestCaseData& /*data*/) override {}
  void test_case_end(const doctest::CurrentTestCaseStats& /*stats*/) override {}
  void test_case_exception(const doctest::TestCaseException& /*exception*/) override {
    set_current_case_failed(true);
  }
  void subcase_start(const doctest::SubcaseSignature& /*signature*/) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData& data) override {
    if (data.m_failed) set_current_case_failed(true);
  }
  void log_message(const doctest::MessageData& data) override {
    if (data.m_severity != doctest::assertType::is_warn) set_current_case_failed(true);
  }
  void test_case_skipped(const doctest::TestCaseData& /*data*/) override {}
};

// NOLINTNEXTLINE: the macro declares a global with an unusual name
REGISTER_LISTENER("failure", 1, FailureListener);

}  // namespace
}  // namespace algo::test
