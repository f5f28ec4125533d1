from bisect import bisect_left


class Solution:
    def longestIncreasing(self, nums: List[int]) -> int:
        # ends[i] is the smallest number that an increasing subsequence of length i + 1 can end
        # with, among the numbers seen so far. It is sorted, so the one place that x changes is
        # found by binary search.
        ends = []
        for x in nums:
            i = bisect_left(ends, x)  # the first end that is not below x
            if i == len(ends):
                ends.append(x)
            else:
                ends[i] = x
        return len(ends)
