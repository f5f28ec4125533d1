class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        # One pass. Before a number is stored we ask whether its partner is already there, so a
        # position can never be paired with itself.
        seen = {}  # number -> position
        for i, x in enumerate(nums):
            if target - x in seen:
                return [seen[target - x], i]
            seen[x] = i
        return []  # not reached: every input has a pair
