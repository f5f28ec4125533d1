// k steps of n moves each.
class Solution {
 public:
  void rotate(vector<int>& nums, int k) {
    for (int step = 0; step < k; ++step) {
      int last = nums.back();
      nums.pop_back();
      nums.insert(nums.begin(), last);
    }
  }
};
