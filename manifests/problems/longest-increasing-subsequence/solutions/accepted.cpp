// ends[i] is the smallest number that an increasing subsequence of length i + 1 can end with, among
// the numbers seen so far. It is sorted, so the one place that x changes is found by binary search.
class Solution {
 public:
  int longestIncreasing(vector<int>& nums) {
    vector<int> ends;
    for (int x : nums) {
      auto place = lower_bound(ends.begin(), ends.end(), x);  // the first end that is not below x
      if (place == ends.end()) {
        ends.push_back(x);
      } else {
        *place = x;
      }
    }
    return static_cast<int>(ends.size());
  }
};
