# Calls itself past the interpreter's own limit: on C's stack, and where Python 3.12 and later have a
# limit for that as well, in frames on the heap.
import sys


def deeper(depth):
    return sorted([depth], key=deeper)


def deepest(depth):
    return deepest(depth + 1) + depth


def attack():
    sys.setrecursionlimit(1 << 30)
    try:
        deeper(0)
    except RecursionError:
        deepest(0)
