class Solution {
  public int longestIncreasing(int[] nums) {
    // ends[i] is the smallest number that an increasing subsequence of length i + 1 can end with.
    int[] ends = new int[nums.length];
    int length = 0;
    for (int x : nums) {
      int at = Arrays.binarySearch(ends, 0, length, x);
      if (at < 0) at = -at - 1; // not there: the first end above x
      if (at == length) length++;
      ends[at] = x;
    }
    return length;
  }
}
