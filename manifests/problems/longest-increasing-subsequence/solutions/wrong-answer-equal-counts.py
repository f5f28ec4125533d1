from bisect import bisect_right


class Solution:
    def longestIncreasing(self, nums: List[int]) -> int:
        # bisect_right puts x behind its equals, so equal numbers count as increasing.
        ends = []
        for x in nums:
            i = bisect_right(ends, x)
            ends[i : i + 1] = [x]
        return len(ends)
