#pragma once

#include <array>

// What the system call filters say to each call, by name; read by filter_gen.cpp at build time
// only. Names that an architecture does not have are skipped.
//
// A solution's filter is a list of what is allowed (allowed_calls.h); a call that is named nowhere
// fails with ENOSYS, as on an older kernel, which every C library and runtime copes with. A
// compiler's filter is a list of what is not allowed, because compilers are many and run nothing of
// the solution's; only calls newer than the libseccomp that built the filter fail with ENOSYS.

namespace algo::sandbox::rules {

// Acts that no solution needs and that reach for something outside of it: the network, other
// processes, the kernel, other users, or memory that outlives or hides from the limits. A solution
// that tries one is stopped and the act is named; a compiler just gets EPERM.
inline constexpr auto kForbidden =
    std::to_array<const char*>({// other processes
                                "ptrace",
                                "process_vm_readv",
                                "process_vm_writev",
                                "process_madvise",
                                "pidfd_getfd",
                                "kcmp",
                                // network (socket itself has a rule of its own)
                                "connect",
                                "bind",
                                "listen",
                                // files and namespaces
                                "mount",
                                "umount",
                                "umount2",
                                "fsopen",
                                "fsconfig",
                                "fsmount",
                                "fspick",
                                "move_mount",
                                "open_tree",
                                "mount_setattr",
                                "unshare",
                                "setns",
                                "chroot",
                                "pivot_root",
                                "name_to_handle_at",
                                "open_by_handle_at",
                                "fanotify_init",
                                "quotactl",
                                "quotactl_fd",
                                "swapon",
                                "swapoff",
                                "acct",
                                // the kernel
                                "bpf",
                                "perf_event_open",
                                "userfaultfd",
                                "kexec_load",
                                "kexec_file_load",
                                "init_module",
                                "finit_module",
                                "delete_module",
                                "create_module",
                                "reboot",
                                "iopl",
                                "ioperm",
                                "syslog",
                                "settimeofday",
                                "clock_settime",
                                "stime",
                                "sethostname",
                                "setdomainname",
                                "uselib",
                                "_sysctl",
                                // keys
                                "add_key",
                                "request_key",
                                "keyctl",
                                // becoming somebody else
                                "setuid",
                                "setgid",
                                "setreuid",
                                "setregid",
                                "setresuid",
                                "setresgid",
                                "setgroups",
                                "setfsuid",
                                "setfsgid",
                                "capset",
                                // objects that outlive the process
                                "shmget",
                                "shmat",
                                "shmctl",
                                "msgget",
                                "msgsnd",
                                "msgrcv",
                                "msgctl",
                                "semget",
                                "semop",
                                "semtimedop",
                                "semctl",
                                "mq_open",
                                "mq_unlink"});

// Memory that RLIMIT_DATA does not see, and running what is not a file: forbidden for solutions,
// allowed for compilers.
inline constexpr auto kForbiddenInRun =
    std::to_array<const char*>({"memfd_create", "memfd_secret", "execveat"});

// Things that runtimes try harmlessly and can do without: EPERM.
inline constexpr auto kRefused = std::to_array<const char*>({"sched_setscheduler",
                                                             "sched_setparam",
                                                             "sched_setattr",
                                                             "ioprio_set",
                                                             "migrate_pages",
                                                             "move_pages",
                                                             "modify_ldt",
                                                             "adjtimex",
                                                             "clock_adjtime",
                                                             "vhangup",
                                                             "lookup_dcookie",
                                                             "process_mrelease",
                                                             "seccomp",
                                                             "fanotify_mark",
                                                             "nfsservctl",
                                                             "mknod",
                                                             "mknodat"});

// Calls whose absence every caller of a compiler handles: ENOSYS. clone3 takes its flags from
// memory, where a filter cannot see them; C libraries fall back to clone.
inline constexpr auto kAbsent = std::to_array<const char*>({"clone3",
                                                            "io_uring_setup",
                                                            "io_uring_enter",
                                                            "io_uring_register",
                                                            "rseq_slice_yield",
                                                            "vserver"});

}  // namespace algo::sandbox::rules
