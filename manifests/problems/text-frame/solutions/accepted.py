import sys


def main():
    n, *lines = sys.stdin.read().split("\n")
    lines = lines[: int(n)]  # without the empty rest behind the last line end
    width = max(map(len, lines))

    edge = "+" + "-" * (width + 2) + "+"
    print(edge)
    for line in lines:
        print(f"| {line:<{width}} |")
    print(edge)


main()
