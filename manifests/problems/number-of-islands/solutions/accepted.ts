// Accepted: sinks each island as soon as it is found, so that it is counted once. O(squares) time.
function countIslands(grid: string[][]): number {
  let count = 0;
  for (let row = 0; row < grid.length; row++) {
    for (let column = 0; column < grid[row].length; column++) {
      if (grid[row][column] !== "1") continue;
      count++;
      sink(grid, row, column);
    }
  }
  return count;
}

// Turns all land that can be reached from (row, column) into water.
function sink(grid: string[][], row: number, column: number): void {
  const toVisit: [number, number][] = [[row, column]];
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    const [r, c] = next;
    if (grid[r]?.[c] !== "1") continue;
    grid[r][c] = "0";
    toVisit.push([r - 1, c], [r + 1, c], [r, c - 1], [r, c + 1]);
  }
}
