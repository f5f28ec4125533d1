class Solution:
    def longestIncreasing(self, nums: List[int]) -> int:
        # table[i][j]: the best that can be taken from position i on when j - 1 was taken last
        # (0: none). Right, but for 150 000 numbers the table would have 22 thousand million fields.
        n = len(nums)
        table = [[0] * (n + 1) for _ in range(n + 1)]
        for i in reversed(range(n)):
            for j in range(i + 1):
                table[i][j] = table[i + 1][j]
                if j == 0 or nums[j - 1] < nums[i]:
                    table[i][j] = max(table[i][j], 1 + table[i + 1][i + 1])
        return table[0][0]
