#include "kube/system_roots.h"

#include "base/error.h"
#include "support/virtual_files.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

TEST_CASE("system_roots: the variable first, then the first bundle that is there") {
  test::VirtualFiles files;
  CHECK(system_roots({}, files).empty());
  files.write_atomically("/etc/ssl/cert.pem", "alpine");
  CHECK(system_roots({}, files) == "alpine");
  files.write_atomically("/etc/pki/tls/certs/ca-bundle.crt", "fedora");
  CHECK(system_roots({}, files) == "fedora");
  files.write_atomically("/mine.pem", "mine");
  CHECK(system_roots({{"SSL_CERT_FILE", "/mine.pem"}}, files) == "mine");
  CHECK(system_roots({{"SSL_CERT_FILE", ""}}, files) == "fedora");
}

TEST_CASE("system_roots: a variable that names no file is an error, not a fall-back") {
  const test::VirtualFiles files;
  CHECK_THROWS_AS(static_cast<void>(system_roots({{"SSL_CERT_FILE", "/gone"}}, files)), Error);
}

}  // namespace
}  // namespace algo::kube
