class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        print("searching", len(nums))
        seen = defaultdict(int)
        for i, n in enumerate(nums):
            if target - n in seen:
                return [seen[target - n], i]
            seen[n] = i
        return []
