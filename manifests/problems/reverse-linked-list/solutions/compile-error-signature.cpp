class Solution {
 public:
  vector<int> reverseList(vector<int>& values) {
    reverse(values.begin(), values.end());
    return values;
  }
};
