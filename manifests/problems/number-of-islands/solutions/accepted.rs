// Accepted: sinks each island as soon as it is found, so that it is counted once. O(squares) time.
impl Solution {
    pub fn count_islands(mut grid: Vec<Vec<char>>) -> i32 {
        let mut count = 0;
        for row in 0..grid.len() {
            for column in 0..grid[row].len() {
                if grid[row][column] == '1' {
                    count += 1;
                    sink(&mut grid, row, column);
                }
            }
        }
        count
    }
}

/// Turns all land that can be reached from (row, column) into water.
fn sink(grid: &mut [Vec<char>], row: usize, column: usize) {
    let mut to_visit = vec![(row, column)];
    while let Some((r, c)) = to_visit.pop() {
        match grid.get_mut(r).and_then(|squares| squares.get_mut(c)) {
            Some(square) if *square == '1' => *square = '0',
            _ => continue,
        }
        // One before 0 is the largest number, which is beyond the edge as well.
        to_visit.extend([(r.wrapping_sub(1), c), (r + 1, c), (r, c.wrapping_sub(1)), (r, c + 1)]);
    }
}
