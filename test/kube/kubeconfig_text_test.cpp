#include "kube/kubeconfig_text.h"

#include <doctest/doctest.h>

#include <string>

namespace algo::kube {
namespace {

TEST_CASE("without_controls: what a terminal would act on becomes its name") {
  struct Row {
    std::string text;
    std::string shown;
  };
  for (const Row& row : {Row{"\x1b[31mred", "U+001B[31mred"},
                         Row{"a\u009b31mb", "aU+009B31mb"},
                         Row{"\a\b\x7f\r", "U+0007U+0008U+007FU+000D"},
                         Row{std::string("a\0b", 3), "aU+0000b"},
                         Row{"\u202eevil\u2066", "U+202EevilU+2066"},
                         Row{"\u200bzero\ufeff", "U+200BzeroU+FEFF"},
                         Row{"\ue000private", "U+E000private"}}) {
    CAPTURE(row.shown);
    CHECK(without_controls(row.text) == row.shown);
  }
}

TEST_CASE("without_controls: everything else stays as it is") {
  for (const std::string text : {"plain",
                                 "two\nlines\tand a tab",
                                 "größer, señor",
                                 "\u6f22\u5b57 \ud55c\uae00",
                                 "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
                                 "e\u0301 combining",
                                 "\U0001f600 emoji"}) {
    CAPTURE(text);
    CHECK(without_controls(text) == text);
  }
  CHECK(without_controls("bad \xff byte") == "bad \ufffd byte");
}

TEST_CASE("is_dns_label: the names of namespaces") {
  for (const std::string& name :
       {std::string("a"), std::string("a-b"), std::string("0"), std::string(63, 'a')}) {
    CAPTURE(name);
    CHECK(is_dns_label(name));
  }
  for (const std::string name : {"", "-a", "a-", "A", "a.b", "a_b", "\u00e4"}) {
    CAPTURE(name);
    CHECK_FALSE(is_dns_label(name));
  }
  CHECK_FALSE(is_dns_label(std::string(64, 'a')));
}

}  // namespace
}  // namespace algo::kube
