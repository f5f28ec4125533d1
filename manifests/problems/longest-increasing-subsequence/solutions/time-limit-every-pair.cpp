// Right, but compares each number with all numbers before it.
class Solution {
 public:
  int longestIncreasing(vector<int>& nums) {
    vector<int> length(nums.size(), 1);  // length[i]: of the best subsequence that ends at i
    for (size_t i = 0; i < nums.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        if (nums[j] < nums[i]) length[i] = max(length[i], length[j] + 1);
      }
    }
    return *max_element(length.begin(), length.end());
  }
};
