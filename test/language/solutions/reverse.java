class Solution {
  public void reverse(ListNode a, TreeNode[] b) {
    while (b[0] != null) {
      a.val++;
      b[0] = b[0].right;
    }
  }
}
