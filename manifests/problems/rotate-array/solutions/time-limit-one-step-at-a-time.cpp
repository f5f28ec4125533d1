// k steps, each into a new array: n moves and an allocation.
class Solution {
 public:
  void rotate(vector<int>& nums, int k) {
    for (int step = 0; step < k; ++step) {
      vector<int> next(1, nums.back());
      next.insert(next.end(), nums.begin(), nums.end() - 1);
      nums.swap(next);
    }
  }
};
