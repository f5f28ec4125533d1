// Memory limit: table[i][j] is the best that can be taken from position i on when j - 1 was taken
// last (0: none). Right, but for 150 000 numbers the table would have 22 thousand million fields.
int longestIncreasing(int* nums, int numsSize) {
  const size_t n = (size_t)numsSize;
  int* table = calloc((n + 1) * (n + 1), sizeof(int));
  for (size_t i = n; i-- > 0;) {
    for (size_t j = 0; j <= i; ++j) {
      const int leave = table[(i + 1) * (n + 1) + j];
      const int take = 1 + table[(i + 1) * (n + 1) + i + 1];
      const bool may_take = j == 0 || nums[j - 1] < nums[i];
      table[i * (n + 1) + j] = may_take && take > leave ? take : leave;
    }
  }
  const int best = table[0];
  free(table);
  return best;
}
