# Traces its parent, through the C library.
import ctypes
import os


def attack():
    ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)
