// Walks diagonally as well.
class Solution {
 public:
  int countIslands(vector<vector<char>>& grid) {
    int count = 0;
    for (size_t row = 0; row < grid.size(); ++row) {
      for (size_t column = 0; column < grid[row].size(); ++column) {
        if (grid[row][column] != '1') continue;
        ++count;
        vector<pair<int, int>> to_visit{{row, column}};
        while (!to_visit.empty()) {
          auto [r, c] = to_visit.back();
          to_visit.pop_back();
          if (r < 0 || r >= static_cast<int>(grid.size()) || c < 0 ||
              c >= static_cast<int>(grid[r].size()) || grid[r][c] != '1') {
            continue;
          }
          grid[r][c] = '0';
          for (int dr = -1; dr <= 1; ++dr) {
            for (int dc = -1; dc <= 1; ++dc) to_visit.emplace_back(r + dr, c + dc);
          }
        }
      }
    }
    return count;
  }
};
