class Solution {
 public:
  TreeNode* same(TreeNode* a, int b) {
    if (b == 1) a->left = a;
    if (b == 5) a->right = a;
    if (b == 2) throw runtime_error("two");
    if (b == 3) throw 3;
    if (b == 4) throw bad_alloc();
    return a;
  }
};
