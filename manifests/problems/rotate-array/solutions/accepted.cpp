// Reversing everything puts the last k elements in front, and the others behind them, both in the
// wrong order; reversing each part again sets that right. (std::rotate would do it in one call.)
class Solution {
 public:
  void rotate(vector<int>& nums, int k) {
    auto middle = nums.begin() + k % static_cast<int>(nums.size());
    reverse(nums.begin(), nums.end());
    reverse(nums.begin(), middle);
    reverse(middle, nums.end());
  }
};
