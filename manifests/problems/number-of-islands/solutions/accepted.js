// Accepted: sinks each island as soon as it is found, so that it is counted once. O(squares) time.
function countIslands(grid) {
  let count = 0;
  grid.forEach((squares, row) => {
    squares.forEach((square, column) => {
      if (square === "1") {
        count++;
        sink(grid, row, column);
      }
    });
  });
  return count;
}

// Turns all land that can be reached from (row, column) into water.
function sink(grid, row, column) {
  const toVisit = [[row, column]];
  while (toVisit.length > 0) {
    const [r, c] = toVisit.pop();
    if (grid[r]?.[c] !== "1") continue;
    grid[r][c] = "0";
    toVisit.push([r - 1, c], [r + 1, c], [r, c - 1], [r, c + 1]);
  }
}
