// A zygote when ZYGOTE is set (its protocol: pkg/sandbox/zygote.h), else and in its copies a
// program that does what the line on its standard input says.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace {

constexpr int kSocket = 3;
constexpr int kChannels = 3;

int runs = 0;  // of this process's memory

void burn(double seconds) {
  while (static_cast<double>(std::clock()) / CLOCKS_PER_SEC < seconds) {
  }
}

// The descriptors of the next request; ends when there is none.
std::array<int, kChannels> next_request() {
  char byte = 0;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kChannels * sizeof(int))> control{};
  iovec part{.iov_base = &byte, .iov_len = 1};
  msghdr head{};
  head.msg_iov = &part;
  head.msg_iovlen = 1;
  head.msg_control = control.data();
  head.msg_controllen = control.size();
  if (recvmsg(kSocket, &head, 0) != 1) std::exit(0);
  std::array<int, kChannels> channels{};
  std::memcpy(channels.data(), CMSG_DATA(CMSG_FIRSTHDR(&head)), sizeof channels);
  return channels;
}

void say(char what) {
  if (write(kSocket, &what, 1) != 1) std::exit(1);
}

void become_copies() {
  while (true) {
    say('r');
    const std::array<int, kChannels> channels = next_request();
    std::array<int, 2> gone{};  // closed when the copy's parent is
    if (pipe(gone.data()) != 0) std::exit(1);
    const pid_t child = fork();
    if (child == 0) {
      if (fork() != 0) _exit(0);
      close(gone[1]);
      char none = 0;
      if (read(gone[0], &none, 1) != 0) _exit(1);
      close(gone[0]);
      setsid();
      for (int i = 0; i < kChannels; ++i) dup2(channels[static_cast<std::size_t>(i)], i);
      for (const int channel : channels) close(channel);
      say('c');
      close(kSocket);
      return;
    }
    for (const int channel : channels) close(channel);
    close(gone[0]);
    waitpid(child, nullptr, 0);
    close(gone[1]);
  }
}

int open_descriptors() {
  int open = 0;
  for (int fd = 0; fd < 64; ++fd) open += fcntl(fd, F_GETFD) >= 0 ? 1 : 0;
  return open;
}

// Forks and ends all the time, so that it is always another process.
void hop() {
  while (true) {
    if (fork() > 0) _exit(0);
  }
}

int act(const std::string& what) {
  if (what == "facts") {
    std::printf("runs %d, leads %d, parent %d, open %d\n",
                ++runs,
                getsid(0) == getpid() ? 1 : 0,
                getppid(),
                open_descriptors());
    return 7;
  }
  if (what == "burn") burn(60);
  if (what == "sleep") pause();
  if (what == "abort") std::abort();
  if (what == "orphan" && fork() == 0) pause();
  if (what == "hop" && fork() == 0) hop();
  if (what == "allocate") return std::malloc(std::size_t{1} << 30U) == nullptr ? 3 : 0;
  if (what == "kill") kill(-1, SIGKILL);
  if (what == "stop") kill(-1, SIGSTOP);
  return 0;
}

}  // namespace

int main() {
  const char* zygote = std::getenv("ZYGOTE");
  if (zygote != nullptr && std::string(zygote) == "ends") return 1;
  if (zygote != nullptr) {
    burn(0.2);
    become_copies();
  }
  std::array<char, 64> line{};
  const ssize_t size = read(STDIN_FILENO, line.data(), line.size());
  return act(std::string(line.data(), size > 0 ? static_cast<std::size_t>(size) : 0));
}
