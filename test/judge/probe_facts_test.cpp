#include "judge/probe_facts.h"

#include "base/fd.h"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>

namespace algo::judge {
namespace {

// A socket of this machine that listens, and its port.
struct Listener {
  Fd socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  std::string port{};

  Listener() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    // NOLINTNEXTLINE(*-reinterpret-cast): how bind(2) takes every kind of address
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket.get(), generic, size) == 0);
    REQUIRE(::listen(socket.get(), 1) == 0);
    REQUIRE(::getsockname(socket.get(), generic, &size) == 0);
    port = std::to_string(ntohs(address.sin_port));
  }
};

TEST_CASE("try_connection: an answer is an open way, also when it is a refusal") {
  Listener listener;
  CHECK(try_connection("127.0.0.1", listener.port) == "open");
  listener.socket = Fd();
  CHECK(try_connection("127.0.0.1", listener.port) == "open");
}

TEST_CASE("try_connection: what is no address is not tried") {
  for (const char* address : {"", "$(KUBERNETES_SERVICE_HOST)", "localhost", "1.2.3"}) {
    CHECK(try_connection(address, "1").empty());
  }
}

TEST_CASE("probe_facts: everything has its word, whatever the machine is") {
  const Json facts = probe_facts("", "");
  CHECK(facts.at("kernel").get<std::string>().starts_with("Linux "));
  CHECK(facts.at("landlock").is_number());
  CHECK(facts.at("capabilities").get<std::string>().size() == 16);
  CHECK_FALSE(facts.at("uidMap").get<std::string>().empty());
  CHECK(facts.at("network") == "");
  const std::string namespaces = facts.at("userNamespaces").get<std::string>();
  CHECK((namespaces == "allowed" || namespaces.starts_with("refused: ")));
}

}  // namespace
}  // namespace algo::judge
