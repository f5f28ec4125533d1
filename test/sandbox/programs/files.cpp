// Looks around: files HOW [PATH]. Exit code: errno of what was tried, 0 when it worked.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

extern char** environ;

namespace {

int try_open(const char* path, int flags) {
  const int fd = ::open(path, flags, 0600);
  return fd < 0 ? errno : 0;
}

int list_descriptors() {
  std::string open;
  for (int fd = 0; fd < 1024; ++fd) {
    if (::fcntl(fd, F_GETFD) >= 0) open += std::to_string(fd) + " ";
  }
  std::fputs(open.c_str(), stdout);
  return 0;
}

int list_environment() {
  for (char** one = environ; *one != nullptr; ++one) std::puts(*one);
  return 0;
}

int flood() {
  std::string line(1 << 16, 'x');
  while (::write(1, line.data(), line.size()) > 0) {
  }
  return errno;
}

}  // namespace

int main(int argc, char** argv) {
  const char* how = argc > 1 ? argv[1] : "";
  const char* path = argc > 2 ? argv[2] : "";
  if (std::strcmp(how, "read") == 0) return try_open(path, O_RDONLY);
  if (std::strcmp(how, "create") == 0) return try_open(path, O_WRONLY | O_CREAT);
  if (std::strcmp(how, "write") == 0) return try_open(path, O_WRONLY);
  if (std::strcmp(how, "symlink") == 0) return ::symlink("/etc/passwd", path) == 0 ? 0 : errno;
  if (std::strcmp(how, "fifo") == 0) return ::mkfifo(path, 0600) == 0 ? 0 : errno;
  if (std::strcmp(how, "mkdir") == 0) return ::mkdir(path, 0700) == 0 ? 0 : errno;
  if (std::strcmp(how, "descriptors") == 0) return list_descriptors();
  if (std::strcmp(how, "environment") == 0) return list_environment();
  if (std::strcmp(how, "directory") == 0) return std::puts(::getcwd(nullptr, 0)) < 0 ? 1 : 0;
  if (std::strcmp(how, "session") == 0) return ::getsid(0) == ::getpid() ? 0 : 1;
  if (std::strcmp(how, "flood") == 0) return flood();
  if (std::strcmp(how, "exit") == 0) return 7;
  if (std::strcmp(how, "abort") == 0) ::abort();
  return 0;
}
