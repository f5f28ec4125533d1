# Leaves a process that forks and ends all the time, so that it is always another one.
import os


def attack():
    if os.fork() == 0:
        os.setsid()
        while True:
            if os.fork() > 0:
                os._exit(0)
