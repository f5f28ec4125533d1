import sys
from itertools import accumulate


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    prefix = [0, *accumulate(data[2 : 2 + n])]  # prefix[i] = sum of the first i numbers
    bounds = data[2 + n : 2 + n + 2 * q]
    answers = (prefix[r] - prefix[l - 1] for l, r in zip(bounds[::2], bounds[1::2]))
    print("\n".join(map(str, answers)))


main()
