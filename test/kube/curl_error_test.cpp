#include "kube/curl_error.h"

#include <curl/curl.h>
#include <doctest/doctest.h>

namespace algo::kube {
namespace {

TEST_CASE("curl_ending: a server that goes away during a handshake is not one without trust") {
  struct Row {
    const char* words;
    Failure failure;
  };
  for (const Row& row :
       {Row{"Recv failure: Connection reset by peer", Failure::kRefused},
        Row{"OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to h:443", Failure::kRefused},
        Row{"error:0A000126:SSL routines::unexpected eof while reading", Failure::kRefused},
        Row{"error:0A000410:SSL routines::sslv3 alert handshake failure", Failure::kTls},
        Row{"error:0A0000C6:SSL routines::packet length too long", Failure::kTls}}) {
    CAPTURE(row.words);
    CHECK(curl_ending(CURLE_SSL_CONNECT_ERROR, 0, row.words).failure == row.failure);
  }
  CHECK(curl_ending(CURLE_PEER_FAILED_VERIFICATION, 0, "Connection reset by peer").failure ==
        Failure::kTls);
}

}  // namespace
}  // namespace algo::kube
