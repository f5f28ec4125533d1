// Accepted: turns each link round on the way. O(n) time, O(1) memory.
struct ListNode* reverseList(struct ListNode* head) {
  struct ListNode* turned = NULL;
  while (head != NULL) {
    struct ListNode* next = head->next;
    head->next = turned;
    turned = head;
    head = next;
  }
  return turned;
}
