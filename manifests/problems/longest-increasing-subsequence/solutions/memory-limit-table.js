// Memory limit: table[i][j] is the best that can be taken from position i on when j - 1 was taken
// last (0: none). Right, but for 150 000 numbers the table would have 22 thousand million fields.
function longestIncreasing(nums) {
  const n = nums.length;
  const table = [];
  for (let i = 0; i <= n; i++) table.push(new Int32Array(n + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j <= i; j++) {
      const leave = table[i + 1][j];
      const take = j === 0 || nums[j - 1] < nums[i] ? 1 + table[i + 1][i + 1] : 0;
      table[i][j] = Math.max(leave, take);
    }
  }
  return table[0][0];
}
