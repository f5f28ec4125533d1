class Solution:
    def rotate(self, nums: List[int]) -> None:
        nums.insert(0, nums.pop())
