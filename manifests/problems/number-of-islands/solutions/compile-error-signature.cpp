class Solution {
 public:
  int countIslands(vector<vector<int>>& grid) {
    int count = 0;
    for (auto& row : grid) count += accumulate(row.begin(), row.end(), 0);
    return count;
  }
};
