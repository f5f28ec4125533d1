// Uses memory: memory HOW MEBIBYTES. Exits 3 when the system refuses to give it.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

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

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const char* how = argv[1];
  const std::size_t bytes = std::strtoul(argv[2], nullptr, 10) << 20U;
  constexpr int kReadWrite = PROT_READ | PROT_WRITE;
  if (std::strcmp(how, "malloc") == 0) return touch(std::malloc(bytes), bytes);
  if (std::strcmp(how, "child") == 0) return in_child(bytes);
  if (std::strcmp(how, "children") == 0) return in_children(bytes);
  if (std::strcmp(how, "shared") == 0) {
    return touch(::mmap(nullptr, bytes, kReadWrite, MAP_SHARED | MAP_ANONYMOUS, -1, 0), bytes);
  }
  return 2;
}
