// One pass. Before a number is stored we ask whether its partner is already there, so a position
// can never be paired with itself.
class Solution {
 public:
  vector<int> twoSum(vector<int>& nums, int target) {
    unordered_map<int, int> seen;  // number -> position
    seen.reserve(nums.size());
    for (int i = 0; i < static_cast<int>(nums.size()); ++i) {
      auto partner = seen.find(target - nums[i]);
      if (partner != seen.end()) return {partner->second, i};
      seen.emplace(nums[i], i);
    }
    return {};  // not reached: every input has a pair
  }
};
