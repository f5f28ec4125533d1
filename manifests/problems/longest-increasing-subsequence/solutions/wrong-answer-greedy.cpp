// From each start, takes every number that is larger than the last one taken.
class Solution {
 public:
  int longestIncreasing(vector<int>& nums) {
    int best = 0;
    const size_t starts = min<size_t>(nums.size(), 100);
    for (size_t start = 0; start < starts; ++start) {
      int last = nums[start];
      int taken = 1;
      for (size_t i = start + 1; i < nums.size(); ++i) {
        if (nums[i] > last) {
          last = nums[i];
          ++taken;
        }
      }
      best = max(best, taken);
    }
    return best;
  }
};
