// Accepted: ends[i] is the smallest number that an increasing subsequence of length i + 1 can end
// with; it is sorted, so the one that x changes is found by binary search. O(n·log n) time.
static int first_not_below(const int* numbers, int count, int x) {
  int begin = 0;
  while (begin < count) {
    const int middle = begin + (count - begin) / 2;
    if (numbers[middle] < x) {
      begin = middle + 1;
    } else {
      count = middle;
    }
  }
  return begin;
}

int longestIncreasing(int* nums, int numsSize) {
  int* ends = malloc((size_t)numsSize * sizeof *ends);
  int length = 0;
  for (int i = 0; i < numsSize; ++i) {
    const int at = first_not_below(ends, length, nums[i]);
    ends[at] = nums[i];
    if (at == length) ++length;
  }
  free(ends);
  return length;
}
