import sys


def main():
    # The bars on the right stand where each line happens to end.
    n, *lines = sys.stdin.read().split("\n")
    lines = lines[: int(n)]
    edge = "+" + "-" * (max(map(len, lines)) + 2) + "+"
    print(edge)
    for line in lines:
        print("|", line, "|")
    print(edge)


main()
