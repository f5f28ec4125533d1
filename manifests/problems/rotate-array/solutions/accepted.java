class Solution {
  // Turning the whole array round, and then both of its parts, puts the last k numbers first.
  public void rotate(int[] nums, int k) {
    k %= nums.length;
    reverse(nums, 0, nums.length);
    reverse(nums, 0, k);
    reverse(nums, k, nums.length);
  }

  private static void reverse(int[] nums, int from, int to) {
    while (from < --to) {
      int one = nums[from];
      nums[from++] = nums[to];
      nums[to] = one;
    }
  }
}
