/* The program that people see as algo-judge: it carries the judge compressed, unpacks it into
 * memory and becomes it.
 *
 * Why: the judge travels in a ConfigMap, which holds 1 MiB, and the static C++ program alone is
 * larger than that. What runs is the unpacked program; nothing is written to a file system. Costs
 * 8 ms, once per run: the judge starts its sandboxes as /proc/self/exe, which is the unpacked one.
 *
 * No C library: only zlib's inflate from its static archive, and five system calls.
 */
#include "judge_bytes.h" /* ALGO_JUDGE_BYTES: size of the judge unpacked */

#include <zlib.h>

#include <stddef.h>

#if defined(__x86_64__)
enum { kMmap = 9, kWrite = 1, kMemfdCreate = 319, kExecveat = 322, kExit = 60, kArchPrctl = 158 };

static long call(long number, long a, long b, long c, long d, long e, long f) {
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

__asm__(".globl _start\n_start:\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call carry\n");
#elif defined(__aarch64__)
enum { kMmap = 222, kWrite = 64, kMemfdCreate = 279, kExecveat = 281, kExit = 93 };

static long call(long number, long a, long b, long c, long d, long e, long f) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
}

__asm__(".globl _start\n_start:\n  mov x0, sp\n  bl carry\n");
#else
#error "the carrier knows no system calls of this architecture"
#endif

extern const unsigned char algo_packed[];
extern const unsigned char algo_packed_end[];

enum { kFailed = 70 }; /* EX_SOFTWARE, sysexits.h */

static _Noreturn void fail(const char* text, size_t size) {
  call(kWrite, 2, (long)text, (long)size, 0, 0, 0);
  for (;;) call(kExit, kFailed, 0, 0, 0, 0, 0);
}
#define FAIL(text) fail(text, sizeof(text) - 1)

/* What zlib needs of a C library. */
void* memcpy(void* to, const void* from, size_t size) {
  unsigned char* t = to;
  const unsigned char* f = from;
  while (size-- > 0) *t++ = *f++;
  return to;
}
void* memset(void* to, int byte, size_t size) {
  unsigned char* t = to;
  while (size-- > 0) *t++ = (unsigned char)byte;
  return to;
}
unsigned long __stack_chk_guard = 0x6b2f9d3cUL;
_Noreturn void __stack_chk_fail(void) {
  FAIL("algo-judge: damaged while unpacking\n");
}

static unsigned char* map(size_t size) {
  enum { kReadWrite = 3, kPrivateAnonymous = 0x22 };
  const long at = call(kMmap, 0, (long)size, kReadWrite, kPrivateAnonymous, -1, 0);
  if (at < 0 && at > -4096) FAIL("algo-judge: no memory to unpack\n");
  return (unsigned char*)at;
}
void* malloc(size_t size) {
  return map(size);
}
void free(void* memory) {
  (void)memory; /* this process is about to become another program */
}

static void write_all(long fd, const unsigned char* bytes, size_t size) {
  while (size > 0) {
    const long written = call(kWrite, fd, (long)bytes, (long)size, 0, 0, 0);
    if (written <= 0) FAIL("algo-judge: cannot unpack into memory\n");
    bytes += written;
    size -= (size_t)written;
  }
}

/* `stack` is what the kernel gives: argc, argv, NULL, environment, NULL (System V ABI). */
_Noreturn void carry(long* stack) {
  enum { kCloseOnExec = 1, kEmptyPath = 0x1000 };
#if defined(__x86_64__)
  static unsigned char
      thread_area[64]; /* zlib is built with a stack protector, which reads fs:40 */
  enum { kSetFs = 0x1002 };
  call(kArchPrctl, kSetFs, (long)thread_area, 0, 0, 0, 0);
#endif
  unsigned char* judge = map(ALGO_JUDGE_BYTES);
  z_stream stream = {0};
  stream.next_in = (z_const Bytef*)algo_packed;
  stream.avail_in = (uInt)(algo_packed_end - algo_packed);
  stream.next_out = judge;
  stream.avail_out = ALGO_JUDGE_BYTES;
  if (inflateInit(&stream) != Z_OK || inflate(&stream, Z_FINISH) != Z_STREAM_END ||
      stream.total_out != ALGO_JUDGE_BYTES) {
    FAIL("algo-judge: this file is damaged\n");
  }
  const long fd = call(kMemfdCreate, (long)"algo-judge", kCloseOnExec, 0, 0, 0, 0);
  if (fd < 0) FAIL("algo-judge: no memory file to unpack into (memfd_create)\n");
  write_all(fd, judge, ALGO_JUDGE_BYTES);
  const long argc = stack[0];
  call(kExecveat, fd, (long)"", (long)(stack + 1), (long)(stack + argc + 2), kEmptyPath, 0);
  FAIL("algo-judge: the kernel does not run programs from memory files (vm.memfd_noexec?)\n");
}
