class Solution {
  public TreeNode same(TreeNode a, int b) {
    if (b == 1) a.left = a;
    if (b == 5) a.right = a;
    if (b == 2) throw new IllegalStateException("two");
    if (b == 3) return a.left;
    if (b == 4) throw new OutOfMemoryError();
    return a;
  }
}
