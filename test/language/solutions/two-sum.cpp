class Solution {
 public:
  vector<int> twoSum(vector<int>& nums, int target) {
    ios::sync_with_stdio(false);
    cout << "searching " << nums.size() << "\n";
    unordered_map<int, int> seen;
    for (int i = 0; i < (int)nums.size(); ++i) {
      if (seen.count(target - nums[i])) return {seen[target - nums[i]], i};
      seen[nums[i]] = i;
    }
    return {};
  }
};
