// Sinks each island as soon as it is found, so that it is counted once.
class Solution {
 public:
  int countIslands(vector<vector<char>>& grid) {
    int count = 0;
    for (int row = 0; row < static_cast<int>(grid.size()); ++row) {
      for (int column = 0; column < static_cast<int>(grid[row].size()); ++column) {
        if (grid[row][column] == '1') {
          ++count;
          sink(grid, row, column);
        }
      }
    }
    return count;
  }

 private:
  // Turns all land that can be reached from (row, column) into water.
  static void sink(vector<vector<char>>& grid, int row, int column) {
    const int rows = static_cast<int>(grid.size());
    const int columns = static_cast<int>(grid[0].size());
    vector<pair<int, int>> to_visit{{row, column}};
    while (!to_visit.empty()) {
      auto [r, c] = to_visit.back();
      to_visit.pop_back();
      if (r < 0 || r >= rows || c < 0 || c >= columns || grid[r][c] != '1') continue;
      grid[r][c] = '0';
      to_visit.insert(to_visit.end(), {{r - 1, c}, {r + 1, c}, {r, c - 1}, {r, c + 1}});
    }
  }
};
