class Solution:
    def countIslands(self, grid: List[List[str]]) -> int:
        # Nested calls follow a path through the island, thousands of them: the judge raises Python's
        # usual limit of 1000.
        def sink(r, c):
            if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == "1":
                grid[r][c] = "0"
                sink(r - 1, c)
                sink(r + 1, c)
                sink(r, c - 1)
                sink(r, c + 1)

        count = 0
        for r, row in enumerate(grid):
            for c, _ in enumerate(row):
                if grid[r][c] == "1":
                    count += 1
                    sink(r, c)
        return count
