# Asks for a gigabyte at once and hides the reason.
import os


def attack():
    try:
        bytearray(1 << 30)
    except MemoryError:
        os._exit(1)
