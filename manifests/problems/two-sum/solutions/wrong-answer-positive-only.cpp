// Two pointers on sorted pairs, but numbers above target are skipped: wrong when some are negative.
class Solution {
 public:
  vector<int> twoSum(vector<int>& nums, int target) {
    vector<pair<int, int>> sorted;
    for (int i = 0; i < static_cast<int>(nums.size()); ++i) {
      if (nums[i] <= target) sorted.emplace_back(nums[i], i);
    }
    sort(sorted.begin(), sorted.end());
    int low = 0;
    int high = static_cast<int>(sorted.size()) - 1;
    while (low < high) {
      int sum = sorted[low].first + sorted[high].first;
      if (sum == target) return {sorted[low].second, sorted[high].second};
      sum < target ? ++low : --high;
    }
    return {};
  }
};
