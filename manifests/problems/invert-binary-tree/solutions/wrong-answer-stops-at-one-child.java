class Solution {
  public TreeNode invertTree(TreeNode root) {
    if (root == null || root.left == null || root.right == null) return root;
    TreeNode left = root.left;
    root.left = invertTree(root.right);
    root.right = invertTree(left);
    return root;
  }
}
