// Run-time error: a node with one child has a null pointer for the other one.
struct TreeNode* invertTree(struct TreeNode* root) {
  if (root->left == NULL && root->right == NULL) return root;
  struct TreeNode* left = invertTree(root->left);
  root->left = invertTree(root->right);
  root->right = left;
  return root;
}
