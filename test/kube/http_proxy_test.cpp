#include "kube/http_proxy.h"

#include "base/error.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

TEST_CASE("no_proxy_matches: names, domains, addresses, networks and ports") {
  struct Row {
    const char* list;
    const char* url;
    bool matches;
  };
  for (const Row& row : {
           Row{"", "https://api.test", false},
           Row{"*", "https://api.test", true},
           Row{"api.test", "https://api.test", true},
           Row{"API.test", "https://api.TEST", true},
           Row{"test", "https://api.test", true},
           Row{"est", "https://api.test", false},
           Row{".test", "https://api.test", true},
           Row{".api.test", "https://api.test", false},
           Row{"*.test", "https://api.test", true},
           Row{"other, api.test ,x", "https://api.test", true},
           Row{"api.test:6443", "https://api.test:6443", true},
           Row{"api.test:6443", "https://api.test:443", false},
           Row{"10.0.0.0/8", "https://10.1.2.3", true},
           Row{"10.0.0.0/8", "https://11.1.2.3", false},
           Row{"10.0.0.0/33", "https://10.0.0.0", false},
           Row{"10.0.0.0/", "https://10.0.0.0", false},
           Row{"192.168.1.128/25", "https://192.168.1.127", false},
           Row{"192.168.1.128/25", "https://192.168.1.200", true},
           Row{"0.0.0.0/0", "https://8.8.8.8", true},
           Row{"10.0.0.1", "https://10.0.0.1:6443", true},
           Row{"10.0.0.1:6443", "https://10.0.0.1:6443", true},
           Row{"10.0.0.1:6444", "https://10.0.0.1:6443", false},
           Row{"fd00::/8", "https://[fd12::1]", true},
           Row{"fd00::/8", "https://[fe12::1]", false},
           Row{"::ffff:10.0.0.1", "https://10.0.0.1", true},
           Row{"[fd00::1]:6443", "https://[fd00::1]:6443", true},
           Row{"[fd00::1]:6443", "https://[fd00::1]:443", false},
           Row{",.,,", "https://api.test", false},
       }) {
    CAPTURE(std::string(row.list));
    CAPTURE(std::string(row.url));
    CHECK(no_proxy_matches(row.list, *parse_authority(row.url)) == row.matches);
  }
}

std::string choose(const std::string& url, TransportSettings settings) {
  return choose_proxy(settings, *parse_authority(url));
}

TEST_CASE("choose_proxy: the kubeconfig's proxy holds even where NO_PROXY names the server") {
  TransportSettings settings;
  settings.proxy_url = "http://proxy.test:3128";
  settings.environment_proxy = "http://other.test";
  settings.no_proxy = "*";
  CHECK(choose("https://127.0.0.1", settings) == "http://proxy.test:3128");
}

TEST_CASE("choose_proxy: the environment's gives way to NO_PROXY and to this machine") {
  TransportSettings settings;
  settings.environment_proxy = "proxy.test:3128";
  settings.no_proxy = ".internal";
  CHECK(choose("https://api.test", settings) == "http://proxy.test:3128");
  CHECK(choose("https://api.internal", settings).empty());
  for (const char* local : {"https://localhost",
                            "https://127.0.0.1:6443",
                            "https://127.8.9.1",
                            "https://[::1]:6443",
                            "https://LOCALHOST"}) {
    CAPTURE(std::string(local));
    CHECK(choose(local, settings).empty());
  }
}

TEST_CASE("choose_proxy: socks5 becomes socks5h, so that the proxy resolves names") {
  TransportSettings settings;
  settings.proxy_url = "socks5://user@proxy.test:1080";
  CHECK(choose("https://api.test", settings) == "socks5h://user@proxy.test:1080");
}

TEST_CASE("choose_proxy: refuses other schemes") {
  for (const char* url : {"socks4://x", "socks6://x", "ftp://x", "proxy.test"}) {
    CAPTURE(std::string(url));
    TransportSettings settings;
    settings.proxy_url = url;
    CHECK_THROWS_AS((void)choose("https://api.test", settings), Error);
  }
}

TEST_CASE("transport_settings: takes proxies from the environment by the server's scheme") {
  const Variables environment{{"HTTPS_PROXY", ""},
                              {"https_proxy", "http://s.test"},
                              {"HTTP_PROXY", "http://p.test"},
                              {"NO_PROXY", "x"}};
  RestConfig config;
  config.server = "https://api.test";
  config.impersonation = {{.name = "Impersonate-User", .value = "alice"}};
  CHECK(transport_settings(config, environment).environment_proxy == "http://s.test");
  CHECK(transport_settings(config, environment).no_proxy == "x");
  CHECK(transport_settings(config, environment).headers == config.impersonation);
  CHECK(transport_settings(config, environment).http2);
  CHECK_FALSE(transport_settings(config, {{"DISABLE_HTTP2", "1"}}).http2);
  config.server = "http://api.test";
  CHECK(transport_settings(config, environment).environment_proxy == "http://p.test");
}

}  // namespace
}  // namespace algo::kube
