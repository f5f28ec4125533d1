class Solution {
  // Sinks each island as soon as it is found, so that it is counted once.
  public int countIslands(char[][] grid) {
    int count = 0;
    for (int row = 0; row < grid.length; row++) {
      for (int column = 0; column < grid[row].length; column++) {
        if (grid[row][column] != '1') continue;
        count++;
        sink(grid, row, column);
      }
    }
    return count;
  }

  // Turns all land that can be reached from (row, column) into water.
  private static void sink(char[][] grid, int row, int column) {
    Deque<int[]> toVisit = new ArrayDeque<>();
    toVisit.push(new int[] {row, column});
    while (!toVisit.isEmpty()) {
      int[] square = toVisit.pop();
      int r = square[0];
      int c = square[1];
      if (r < 0 || r >= grid.length || c < 0 || c >= grid[r].length || grid[r][c] != '1') continue;
      grid[r][c] = '0';
      toVisit.push(new int[] {r - 1, c});
      toVisit.push(new int[] {r + 1, c});
      toVisit.push(new int[] {r, c - 1});
      toVisit.push(new int[] {r, c + 1});
    }
  }
}
