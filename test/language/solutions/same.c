struct TreeNode* same(struct TreeNode* a, int b) {
  if (b == 1) a->left = a;
  if (b == 5) a->right = a;
  return a;
}
