class Solution {
  // k steps, each into a new array: n moves and an allocation.
  public void rotate(int[] nums, int k) {
    int[] now = nums.clone();
    for (int step = 0; step < k; step++) {
      int[] next = new int[now.length];
      next[0] = now[now.length - 1];
      System.arraycopy(now, 0, next, 1, now.length - 1);
      now = next;
    }
    System.arraycopy(now, 0, nums, 0, now.length);
  }
}
