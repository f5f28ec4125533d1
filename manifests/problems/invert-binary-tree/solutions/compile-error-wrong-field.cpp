class Solution {
 public:
  TreeNode* invertTree(TreeNode* root) {
    if (root == nullptr) return nullptr;
    swap(root->Left, root->Right);
    invertTree(root->Left);
    invertTree(root->Right);
    return root;
  }
};
