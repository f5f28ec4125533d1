class Solution {
 public:
  ListNode* reverseList(ListNode* head) {
    ListNode* reversed = nullptr;  // the nodes before head, already turned round
    while (head != nullptr) {
      ListNode* next = head->next;  // kept before the link is overwritten
      head->next = reversed;
      reversed = head;
      head = next;
    }
    return reversed;
  }
};
