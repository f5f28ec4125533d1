// Exchanges the values of two children, which is not enough when the tree is not full.
class Solution {
 public:
  TreeNode* invertTree(TreeNode* root) {
    mirror(root, root);
    return root;
  }

 private:
  void mirror(TreeNode* left, TreeNode* right) {
    if (left == nullptr || right == nullptr) return;
    if (left == right) {
      mirror(left->left, left->right);
      return;
    }
    swap(left->val, right->val);
    mirror(left->left, right->right);
    mirror(left->right, right->left);
  }
};
