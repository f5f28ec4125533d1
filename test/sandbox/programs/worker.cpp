// A reused worker: reads one request of two bytes from 4, milliseconds of CPU time to use and
// mebibytes of memory to touch, answers with one byte on 3, and so on. 255 ms mean for ever.
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

long cpu_nanoseconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

void use(unsigned milliseconds, unsigned mebibytes) {
  constexpr unsigned kForEver = 255;
  const std::size_t bytes = std::size_t{mebibytes} << 20U;
  char* memory = static_cast<char*>(std::malloc(bytes + 1));
  if (memory == nullptr) std::abort();
  std::memset(memory, 1, bytes);
  const long end = cpu_nanoseconds() + milliseconds * 1'000'000L;
  while (milliseconds == kForEver || cpu_nanoseconds() < end) {
  }
  std::free(memory);
}

}  // namespace

int main() {
  std::array<unsigned char, 2> request{};
  while (::read(4, request.data(), request.size()) == 2) {
    use(request[0], request[1]);
    if (::write(3, "a", 1) != 1) return 1;
  }
  return 0;
}
