import sys


def main():
    # Up to 100 million additions, one at a time.
    data = list(map(int, sys.stdin.read().split()))
    n, q = data[0], data[1]
    numbers = data[2 : 2 + n]
    for i in range(q):
        l, r = data[2 + n + 2 * i], data[3 + n + 2 * i]
        total = 0
        for position in range(l - 1, r):
            total += numbers[position]
        print(total)


main()
