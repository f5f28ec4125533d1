void reverse(struct ListNode* a, struct TreeNode** b, int bSize) {
  struct ListNode* second = a->next;
  struct ListNode* another = malloc(sizeof(struct ListNode));
  *another = *second;
  a->next = another;
  free(second);  // a node of the driver's
  while (b[bSize - 1] != NULL) {
    a->val++;
    b[0] = b[0]->right;
  }
}
