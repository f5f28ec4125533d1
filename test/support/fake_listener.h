#pragma once

#include "base/fd.h"

#include <functional>
#include <list>
#include <thread>

namespace algo::test {

// A socket that listens on a free port of 127.0.0.1, and the threads of its connections.
class FakeListener {
 public:
  // `serve` gets each connection, counted from 1, in a thread of its own, and a descriptor that
  // becomes readable when it must come to an end.
  using Serve = std::function<void(Fd socket, int number, int stop_fd)>;
  explicit FakeListener(Serve serve);
  ~FakeListener() { stop(); }
  FakeListener(const FakeListener&) = delete;
  FakeListener& operator=(const FakeListener&) = delete;

  [[nodiscard]] int port() const { return port_; }
  // Returns when no thread is left.
  void stop();

 private:
  void accept_all();

  Serve serve_;
  Fd socket_{};
  Pipe stop_;
  int port_ = 0;
  std::list<std::thread> connections_{};
  std::thread acceptor_{};
};

}  // namespace algo::test
