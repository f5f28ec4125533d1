# What every Python attack of run/ ends with: it answers every case but "attack" honestly.
import sys


def breach(what):
    print("BREACH", what, flush=True)


_line = sys.stdin.readline()
if _line.startswith("attack"):
    attack()
else:
    print(_line, end="")
