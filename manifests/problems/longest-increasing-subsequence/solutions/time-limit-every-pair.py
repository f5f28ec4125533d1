class Solution:
    def longestIncreasing(self, nums: List[int]) -> int:
        # Right, but compares each number with all numbers before it.
        length = []  # length[i]: of the best subsequence that ends at i
        for i, x in enumerate(nums):
            length.append(1 + max((length[j] for j in range(i) if nums[j] < x), default=0))
        return max(length)
