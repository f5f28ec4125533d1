#include "kube/kube_yaml.h"

#include <doctest/doctest.h>

namespace algo::kube {

TEST_CASE("read_kube_yaml: plain scalars stay the text that was written") {
  const YamlNode root = read_kube_yaml("a: 0\nb: 433e40\nc: \"1\"\n", "f");
  REQUIRE(root.find("a") != nullptr);
  CHECK(root.find("a")->text == "0");
  CHECK(root.find("b")->text == "433e40");
  CHECK(root.find("c")->text == "1");
}

}  // namespace algo::kube
