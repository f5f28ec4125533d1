// Uses memory: memory HOW MEBIBYTES. Exits 3 when the system refuses to give it.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <thread>

namespace {

constexpr int kRefused = 3;

int touch(void* memory, std::size_t bytes) {
  if (memory == nullptr || memory == MAP_FAILED) return kRefused;
  std::memset(memory, 1, bytes);
  ::usleep(100'000);  // long enough to be seen
  return 0;
}

int in_child(std::size_t bytes) {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(touch(std::malloc(bytes), bytes));
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : kRefused;
}

// Many processes that are each small enough.
int in_children(std::size_t bytes) {
  constexpr int kChildren = 4;
  for (int i = 0; i < kChildren; ++i) {
    const pid_t pid = ::fork();
    if (pid < 0) return kRefused;
    if (pid == 0) {
      static_cast<void>(touch(std::malloc(bytes), bytes));
      ::pause();
    }
  }
  ::pause();
  return 0;
}

// In steps that the C library takes from brk, then from mmap; hardly touched, so that only the
// limit of data can stop it.
int grow(std::size_t bytes) {
  constexpr std::size_t kStep = 100'000;  // one page of 25 is touched, by the head of the block
  for (std::size_t total = 0; total < bytes; total += kStep) {
    if (std::malloc(kStep) == nullptr) return kRefused;
  }
  return 0;
}

int grow_in_thread(std::size_t bytes) {
  int result = 0;
  std::thread([&] { result = grow(bytes); }).join();
  return result;
}

template <std::size_t Frame>
[[gnu::noinline]] int descend(std::size_t bytes) {
  volatile char frame[Frame];
  frame[0] = 1;
  if (bytes < Frame) return frame[0];
  return descend<Frame>(bytes - Frame) + frame[0];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const char* how = argv[1];
  const std::size_t bytes = std::strtoul(argv[2], nullptr, 10) << 20U;
  constexpr int kReadWrite = PROT_READ | PROT_WRITE;
  if (std::strcmp(how, "malloc") == 0) return touch(std::malloc(bytes), bytes);
  if (std::strcmp(how, "child") == 0) return in_child(bytes);
  if (std::strcmp(how, "children") == 0) return in_children(bytes);
  if (std::strcmp(how, "grow") == 0) return grow(bytes);
  if (std::strcmp(how, "thread") == 0) return grow_in_thread(bytes);
  if (std::strcmp(how, "stack") == 0) return descend<1024>(bytes) == 0;
  if (std::strcmp(how, "sparse-stack") == 0) return descend<std::size_t{1} << 18U>(bytes) == 0;
  if (std::strcmp(how, "shared") == 0) {
    return touch(::mmap(nullptr, bytes, kReadWrite, MAP_SHARED | MAP_ANONYMOUS, -1, 0), bytes);
  }
  return 2;
}
