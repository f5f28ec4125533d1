package main

// Looks at the neighbours of a square without asking whether they are on the map.
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
	if grid[row][column] != '1' {
		return
	}
	grid[row][column] = '0'
	sink(grid, row-1, column)
	sink(grid, row+1, column)
	sink(grid, row, column-1)
	sink(grid, row, column+1)
}
