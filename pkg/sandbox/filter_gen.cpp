// Build-time tool: writes the system call filters as C++ data, so that the static judge needs no
// libseccomp.  filter_gen OUTPUT
#include "sandbox/allowed_calls.h"
#include "sandbox/filter_rules.h"

#include <seccomp.h>

#include <linux/filter.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace rules = algo::sandbox::rules;

// What the helper puts in when it installs a filter, because it depends on whether it can listen:
// actions that stand for others until then.
constexpr std::uint32_t kForbiddenMark = SCMP_ACT_TRACE(1);
constexpr std::uint32_t kLargeMappingMark = SCMP_ACT_TRACE(2);
constexpr std::uint32_t kSharedMappingMark = SCMP_ACT_TRACE(3);

class Filter {
 public:
  // `forbid` is what happens on a forbidden act.
  explicit Filter(std::uint32_t forbid) : forbid_(forbid) {
    if (context_ == nullptr) throw std::runtime_error("seccomp_init failed");
    check(seccomp_attr_set(context_, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS), "bad arch");
    check(seccomp_attr_set(context_, SCMP_FLTATR_CTL_NNP, 0), "no_new_privs");
    check(seccomp_attr_set(context_, SCMP_FLTATR_CTL_OPTIMIZE, 2), "optimize");
  }
  ~Filter() { seccomp_release(context_); }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  void add(std::uint32_t action, const char* name, std::vector<scmp_arg_cmp> conditions = {}) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) return;  // not a call of this architecture
    ruled_.insert(number);
    if (action == kForbiddenMark) names_[number] = name;
    const auto count = static_cast<unsigned>(conditions.size());
    check(seccomp_rule_add_array(context_, action, number, count, conditions.data()), name);
  }
  void forbid(const char* name, std::vector<scmp_arg_cmp> conditions = {}) {
    add(forbid_, name, std::move(conditions));
  }
  void refuse(const char* name, std::vector<scmp_arg_cmp> conditions = {}) {
    add(SCMP_ACT_ERRNO(EPERM), name, std::move(conditions));
  }

  void allow(std::string_view names) {
    while (!names.empty()) {
      const std::string name(names.substr(0, names.find(' ')));
      names.remove_prefix(std::min(name.size() + 1, names.size()));
      ruled_.insert(seccomp_syscall_resolve_name(name.c_str()));
    }
  }
  // Every call up to `newest` that nothing was said of.
  void deny_others(int newest) {
    for (int number = 0; number <= newest; ++number) {
      if (ruled_.contains(number)) continue;
      check(seccomp_rule_add_array(context_, SCMP_ACT_ERRNO(ENOSYS), number, 0, nullptr), "others");
    }
  }

  [[nodiscard]] std::vector<sock_filter> code() const {
    FILE* file = std::tmpfile();
    if (file == nullptr) throw std::runtime_error("no temporary file");
    check(seccomp_export_bpf(context_, ::fileno(file)), "export");
    check(std::fseek(file, 0, SEEK_SET), "seek");
    std::vector<sock_filter> instructions;
    sock_filter one{};
    while (std::fread(&one, sizeof one, 1, file) == 1) instructions.push_back(one);
    static_cast<void>(std::fclose(file));
    return instructions;
  }
  [[nodiscard]] const std::map<int, std::string>& names() const { return names_; }

 private:
  static void check(int result, const char* what) {
    if (result != 0) throw std::runtime_error(std::string("libseccomp: ") + what);
  }
  scmp_filter_ctx context_ = seccomp_init(SCMP_ACT_ALLOW);
  std::uint32_t forbid_;
  std::set<int> ruled_;
  std::map<int, std::string> names_;
};

scmp_arg_cmp argument(unsigned index, scmp_compare how, std::uint64_t a, std::uint64_t b = 0) {
  return {index, how, a, b};
}

// Arguments of type int and unsigned: the kernel ignores the upper half, so the filter must, too.
scmp_arg_cmp low_half(unsigned index, std::uint32_t value) {
  return argument(index, SCMP_CMP_MASKED_EQ, 0xffffffffU, value);
}

void add_common(Filter& filter) {
  for (const char* name : rules::kForbidden) filter.forbid(name);
  for (const char* name : rules::kRefused) filter.refuse(name);
  for (const int flag : {CLONE_NEWNS,
                         CLONE_NEWCGROUP,
                         CLONE_NEWUTS,
                         CLONE_NEWIPC,
                         CLONE_NEWUSER,
                         CLONE_NEWPID,
                         CLONE_NEWNET}) {
    const auto bit = static_cast<std::uint64_t>(flag);
    filter.forbid("clone", {argument(0, SCMP_CMP_MASKED_EQ, bit, bit)});
  }
  // The helper has the same user as the solution; these would let it slow the helper down.
  for (const char* name : {"prlimit64", "sched_setaffinity"}) {
    filter.refuse(name, {argument(0, SCMP_CMP_NE, 0)});
  }
  filter.refuse("setpriority", {argument(0, SCMP_CMP_NE, PRIO_PROCESS)});
  filter.refuse("setpriority", {argument(1, SCMP_CMP_NE, 0)});
  filter.refuse("personality", {argument(0, SCMP_CMP_NE, 0xffffffffU)});
  // A process that is not dumpable hides its memory use; the others change what the helper set.
  for (const int option : {PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_MM, PR_SET_PTRACER}) {
    filter.refuse("prctl", {low_half(0, static_cast<std::uint32_t>(option))});
  }
}

// The C library looks for a name service daemon on a unix socket and copes without one, so asking
// for that family is not held against anybody. Socket pairs of it are how event loops wake up.
void add_sockets(Filter& filter) {
  filter.add(SCMP_ACT_ERRNO(EACCES), "socket", {low_half(0, AF_UNIX)});
  filter.forbid("socket", {argument(0, SCMP_CMP_GT, AF_UNIX)});
  filter.forbid("socket", {argument(0, SCMP_CMP_LT, AF_UNIX)});
  filter.forbid("socketpair", {argument(0, SCMP_CMP_NE, AF_UNIX)});
}

// Private memory is limited by RLIMIT_DATA, but the kernel tells nobody of whom it refused; so the
// helper looks at large requests before the kernel does. (What a C library cannot get by brk it
// asks for by mmap.) Shared anonymous memory is invisible to RLIMIT_DATA, and is refused.
void add_memory(Filter& filter) {
  constexpr std::uint64_t large = 1U << 20U;
  constexpr std::uint64_t anonymous = MAP_ANONYMOUS;
  constexpr std::uint64_t both = MAP_SHARED | MAP_ANONYMOUS;
  filter.add(kSharedMappingMark, "mmap", {argument(3, SCMP_CMP_MASKED_EQ, both, both)});
  filter.add(kLargeMappingMark,
             "mmap",
             {argument(1, SCMP_CMP_GE, large), argument(3, SCMP_CMP_MASKED_EQ, both, anonymous)});
}

int newest_call() {
  int newest = 0;
  constexpr int beyond_any = 1024;
  for (int number = 0; number < beyond_any; ++number) {
    char* name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
    if (name != nullptr) newest = number;
    std::free(name);  // NOLINT(*-no-malloc): the library's contract
  }
  return newest;
}

// Calls newer than this filter knows fail with ENOSYS, as on an older kernel. Numbers of the x32
// ABI (bit 30) go on to the library's part, which kills.
std::vector<sock_filter> with_ceiling(std::vector<sock_filter> code) {
  constexpr std::uint32_t x32_bit = 0x40000000;
  const std::array<sock_filter, 4> head{{
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, 0},  // seccomp_data.nr
      {BPF_JMP | BPF_JGT | BPF_K, 0, 2, static_cast<std::uint32_t>(newest_call())},
      {BPF_JMP | BPF_JSET | BPF_K, 1, 0, x32_bit},
      {BPF_RET | BPF_K, 0, 0, SCMP_ACT_ERRNO(ENOSYS)},
  }};
  code.insert(code.begin(), head.begin(), head.end());
  return code;
}

void write_code(FILE* out, const char* name, const std::vector<sock_filter>& code) {
  static_cast<void>(
      std::fprintf(out, "inline constexpr std::array<sock_filter, %zu> %s{{\n", code.size(), name));
  for (const sock_filter& one : code) {
    static_cast<void>(
        std::fprintf(out, "    {%u, %u, %u, %uU},\n", one.code, one.jt, one.jf, one.k));
  }
  static_cast<void>(std::fprintf(out, "}};\n"));
}

void write_names(FILE* out, const std::map<int, std::string>& names) {
  static_cast<void>(std::fprintf(
      out, "inline constexpr std::array<NamedCall, %zu> kNamedCalls{{\n", names.size()));
  for (const auto& [number, name] : names) {
    static_cast<void>(std::fprintf(out, "    {%d, \"%s\"},\n", number, name.c_str()));
  }
  static_cast<void>(std::fprintf(out, "}};\n"));
}

void write_marks(FILE* out) {
  const std::map<const char*, std::uint32_t> marks{{"kForbiddenMark", kForbiddenMark},
                                                   {"kLargeMappingMark", kLargeMappingMark},
                                                   {"kSharedMappingMark", kSharedMappingMark}};
  for (const auto& [name, mark] : marks) {
    static_cast<void>(std::fprintf(out, "inline constexpr std::uint32_t %s = %uU;\n", name, mark));
  }
}

enum class Group { kBase, kEvents, kJit };

// A solution's filter: `widest` and the groups before it are allowed.
void add_run(Filter& filter, Group widest) {
  add_common(filter);
  for (const char* name : rules::kForbiddenInRun) filter.forbid(name);
  add_sockets(filter);
  add_memory(filter);
  filter.allow(rules::kBase);
  if (widest >= Group::kEvents) filter.allow(rules::kEvents);
  if (widest >= Group::kJit) filter.allow(rules::kJit);
  filter.deny_others(newest_call());
}

void write_filters(const char* path) {
  Filter native(kForbiddenMark);
  Filter runtime(kForbiddenMark);
  Filter jit(kForbiddenMark);
  add_run(native, Group::kBase);
  add_run(runtime, Group::kEvents);
  add_run(jit, Group::kJit);
  Filter compile(SCMP_ACT_ERRNO(EPERM));
  add_common(compile);
  for (const char* name : rules::kAbsent) compile.add(SCMP_ACT_ERRNO(ENOSYS), name);
  add_sockets(compile);
  FILE* out = std::fopen(path, "we");
  if (out == nullptr) throw std::runtime_error(std::string("cannot write ") + path);
  write_marks(out);
  write_code(out, "kNativeFilter", with_ceiling(native.code()));
  write_code(out, "kRuntimeFilter", with_ceiling(runtime.code()));
  write_code(out, "kJitFilter", with_ceiling(jit.code()));
  write_code(out, "kCompileFilter", with_ceiling(compile.code()));
  write_names(out, native.names());
  if (std::fclose(out) != 0) throw std::runtime_error(std::string("cannot write ") + path);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 2) throw std::runtime_error("usage: filter_gen OUTPUT");
    write_filters(arguments[1]);
    return 0;
  } catch (const std::exception& error) {
    static_cast<void>(std::fprintf(stderr, "filter_gen: %s\n", error.what()));
    return 1;
  }
}
