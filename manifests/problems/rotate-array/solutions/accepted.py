class Solution:
    def rotate(self, nums: List[int], k: int) -> None:
        k %= len(nums)
        # Assigning to nums[:] replaces the elements of the caller's list. The start is counted from
        # the left because nums[-k:] would be the whole list for k = 0.
        start = len(nums) - k
        nums[:] = nums[start:] + nums[:start]
