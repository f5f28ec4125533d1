class Solution:
    def reverseDigits(self, n: int) -> int:
        magnitude = int(str(abs(n))[::-1])  # int() ignores the zeros in front
        result = -magnitude if n < 0 else magnitude
        # Python's integers have no limit, so the limit must be enforced.
        return result if -(2**63) <= result < 2**63 else 0
