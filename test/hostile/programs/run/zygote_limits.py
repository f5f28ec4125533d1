# Changes what the zygote hands down to the cases to come.
import os
import resource


def attack():
    for pid in (*range(1, 64), os.getppid()):
        if pid == os.getpid():
            continue
        for change in (
            lambda: resource.prlimit(pid, resource.RLIMIT_NOFILE, (4, 4)),
            lambda: os.sched_setaffinity(pid, {0}),
            lambda: os.setpriority(os.PRIO_PROCESS, pid, 19),
        ):
            try:
                change()
                breach(f"changed process {pid}")
            except OSError:
                pass
