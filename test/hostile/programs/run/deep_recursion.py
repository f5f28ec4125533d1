# Calls itself past the interpreter's own limit.
import sys


def deeper(depth):
    return sorted([depth], key=deeper)


def attack():
    sys.setrecursionlimit(1 << 30)
    deeper(0)
