class Solution {
  // k steps of n moves each, with every number in an object of its own.
  public void rotate(int[] nums, int k) {
    LinkedList<Integer> list = new LinkedList<>();
    for (int number : nums) list.add(number);
    for (int step = 0; step < k; step++) {
      for (int i = nums.length - 1; i > 0; i--) Collections.swap(list, i, i - 1);
    }
    for (int i = 0; i < nums.length; i++) nums[i] = list.get(i);
  }
}
