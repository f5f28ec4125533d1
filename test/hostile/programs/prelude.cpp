// What every C++ attack of run/ starts with: it answers every case but "attack" honestly, to show
// that the cases after an attack are judged as if there had been none.
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <initializer_list>

void attack();

// Said only when an attack got what it must not get.
[[maybe_unused]] static void breach(const char* what) {
  dprintf(1, "BREACH %s\n", what);
}

[[maybe_unused]] static void burn() {
  for (;;) asm volatile("");
}

// Really uses the memory, whatever the compiler thinks of it.
[[maybe_unused]] static void fill(void* memory, size_t size) {
  memset(memory, 1, size);
  asm volatile("" : : "r"(memory) : "memory");
}

int main() {
  char line[256];
  const ssize_t size = read(0, line, sizeof line);
  if (size < 6 || memcmp(line, "attack", 6) != 0) {
    return write(1, line, size > 0 ? size : 0) < 0;
  }
  attack();
  return 0;
}
