# Looks for the socket that the zygote is asked by, in itself and in others.
import os
import stat


def attack():
    for fd in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                breach(f"descriptor {fd}")
        except OSError:
            pass
    try:
        processes = [name for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        processes = map(str, range(1, 64))
    for pid in processes:
        for name in ("fd/3", "mem", "environ"):
            try:
                os.close(os.open(f"/proc/{pid}/{name}", os.O_RDWR if name == "mem" else os.O_RDONLY))
                breach(f"{name} of process {pid}")
            except OSError:
                pass
