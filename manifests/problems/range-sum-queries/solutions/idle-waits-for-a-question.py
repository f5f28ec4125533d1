import sys
import time


def next_line():
    # Takes the end of the input for "nothing there yet", and waits for a line that never comes.
    while not (line := sys.stdin.readline().split()):
        time.sleep(0.05)
    return line


def main():
    n, q = map(int, next_line())
    prefix = [0]
    for x in map(int, next_line()):
        prefix.append(prefix[-1] + x)
    l, r = map(int, next_line())
    for _ in range(q - 1):
        print(prefix[r] - prefix[l - 1])
        l, r = map(int, next_line())
    print(prefix[r] - prefix[l - 1])


main()
