#pragma once

#include <string_view>

// What a solution may call, in groups of names; read by filter_gen.cpp at build time only. Being
// allowed here says nothing of files, signals or memory: Landlock, the user and the limits rule
// over those.

namespace algo::sandbox::rules {

// What the C library and the loader of any program do, and what this project's helper does itself,
// which lives under the same filter: Landlock, pidfds, messages with descriptors.
inline constexpr std::string_view kBase =
    // files
    "read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 open openat "
    "openat2 creat close close_range stat fstat lstat newfstatat statx access faccessat "
    "faccessat2 lseek readlink readlinkat getdents getdents64 getcwd chdir fchdir dup dup2 "
    "dup3 fcntl flock fsync fdatasync ftruncate truncate fallocate ioctl sendfile splice "
    "copy_file_range fadvise64 readahead rename renameat renameat2 unlink unlinkat mkdir "
    "mkdirat rmdir link linkat symlink symlinkat chmod fchmod fchmodat fchmodat2 umask "
    "utimensat utimes statfs fstatfs getxattr lgetxattr fgetxattr pipe pipe2 poll ppoll "
    "select pselect6 "
    // memory
    "brk mmap munmap mremap mprotect madvise mincore msync mlock mlock2 munlock membarrier "
    // time
    "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times "
    "getitimer setitimer alarm timer_create timer_settime timer_gettime timer_getoverrun "
    "timer_delete "
    // signals
    "rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend "
    "rt_sigqueueinfo rt_tgsigqueueinfo sigaltstack kill tkill tgkill pause restart_syscall "
    "pidfd_open pidfd_send_signal "
    // itself
    "getpid getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups "
    "getpgrp getpgid getsid setsid setpgid uname sysinfo getrusage getrlimit setrlimit "
    "prlimit64 getpriority setpriority prctl arch_prctl set_tid_address set_robust_list "
    "get_robust_list rseq getrandom getcpu sched_yield sched_getaffinity sched_setaffinity "
    "sched_getparam sched_getscheduler sched_getattr sched_get_priority_max "
    "sched_get_priority_min sched_rr_get_interval capget personality futex futex_waitv "
    "futex_wait futex_wake futex_requeue exit exit_group "
    // threads and processes, up to Limits::processes
    "clone fork vfork execve wait4 waitid "
    // the helper
    "landlock_create_ruleset landlock_add_rule landlock_restrict_self socket socketpair "
    "recvmsg sendmsg accept4 getsockopt";

// What event loops and schedulers of language runtimes wait with.
inline constexpr std::string_view kEvents =
    "epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd "
    "eventfd2 signalfd signalfd4 timerfd_create timerfd_settime timerfd_gettime sendto "
    "recvfrom shutdown setsockopt getsockname getpeername";

// What virtual machines ask of memory: protection keys for their code, where it lies.
inline constexpr std::string_view kJit =
    "pkey_alloc pkey_free pkey_mprotect mbind get_mempolicy set_mempolicy mlockall "
    "munlockall";

}  // namespace algo::sandbox::rules
