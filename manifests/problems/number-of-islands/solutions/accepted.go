package main

type square struct{ row, column int }

// Sinks each island as soon as it is found, so that it is counted once.
func countIslands(grid [][]byte) int {
	count := 0
	for row := range grid {
		for column := range grid[row] {
			if grid[row][column] == '1' {
				count++
				sink(grid, square{row, column})
			}
		}
	}
	return count
}

// Turns all land that can be reached from start into water.
func sink(grid [][]byte, start square) {
	toVisit := []square{start}
	for len(toVisit) > 0 {
		last := len(toVisit) - 1
		s := toVisit[last]
		toVisit = toVisit[:last]
		if s.row < 0 || s.row >= len(grid) || s.column < 0 || s.column >= len(grid[0]) ||
			grid[s.row][s.column] != '1' {
			continue
		}
		grid[s.row][s.column] = '0'
		toVisit = append(toVisit,
			square{s.row - 1, s.column}, square{s.row + 1, s.column},
			square{s.row, s.column - 1}, square{s.row, s.column + 1})
	}
}
