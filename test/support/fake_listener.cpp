#include "support/fake_listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>

#include <array>
#include <csignal>
#include <stdexcept>
#include <utility>

namespace algo::test {
namespace {

Fd listen_on_loopback(int& port) {
  Fd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): the socket API's own idiom
  if (::bind(fd.get(), reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(fd.get(), 64) != 0 ||
      ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for a fake server");
  }
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  port = ::ntohs(address.sin_port);
  return fd;
}

// In this thread alone: the client under test must look after itself.
void ignore_broken_pipes() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

}  // namespace

FakeListener::FakeListener(Serve serve) : serve_(std::move(serve)), stop_(make_pipe()) {
  socket_ = listen_on_loopback(port_);
  acceptor_ = std::thread([this] { accept_all(); });
}

void FakeListener::stop() {
  if (!acceptor_.joinable()) return;
  stop_.write.reset();  // the other end becomes readable, for everyone
  acceptor_.join();
  for (std::thread& thread : connections_) thread.join();
}

void FakeListener::accept_all() {
  for (int number = 1;; ++number) {
    std::array<pollfd, 2> fds{pollfd{.fd = socket_.get(), .events = POLLIN, .revents = 0},
                              pollfd{.fd = stop_.read.get(), .events = POLLIN, .revents = 0}};
    if (::poll(fds.data(), fds.size(), -1) <= 0 || fds[1].revents != 0) return;
    Fd socket(::accept4(socket_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket.valid()) continue;
    connections_.emplace_back([this, number, fd = socket.release()] {
      ignore_broken_pipes();
      serve_(Fd(fd), number, stop_.read.get());
    });
  }
}

}  // namespace algo::test
