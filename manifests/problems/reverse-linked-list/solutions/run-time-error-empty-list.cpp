// Looks at head->next without asking whether there is a head.
class Solution {
 public:
  ListNode* reverseList(ListNode* head) {
    ListNode* rest = head->next;
    head->next = nullptr;
    while (rest != nullptr) {
      ListNode* next = rest->next;
      rest->next = head;
      head = rest;
      rest = next;
    }
    return head;
  }
};
