import sys


def main():
    # At the end of the input readline() returns an empty string, not None, again and again.
    sys.stdin.readline()
    while (line := sys.stdin.readline()) is not None:
        print("| " + line.rstrip("\n") + " |")


main()
