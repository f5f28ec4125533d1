class Solution {
 public:
  void reverse(ListNode* a, vector<TreeNode*>& b) {
    ListNode* second = a->next;
    a->next = second->next;
    delete second;  // a node of the driver's
    a->next = new ListNode(1, a->next);
    while (b[0]) {
      a->val++;
      b[0] = b[0]->right;
    }
  }
};
