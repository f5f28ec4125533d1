// lists.at(0) does not exist when there are no lists.
class Solution {
 public:
  ListNode* mergeLists(vector<ListNode*>& lists) {
    ListNode* merged = lists.at(0);
    for (size_t i = 1; i < lists.size(); ++i) merged = merge(merged, lists[i]);
    return merged;
  }

 private:
  static ListNode* merge(ListNode* a, ListNode* b) {
    ListNode before;
    ListNode* tail = &before;
    while (a != nullptr && b != nullptr) {
      if (a->val > b->val) swap(a, b);
      tail->next = a;
      tail = a;
      a = a->next;
    }
    tail->next = a != nullptr ? a : b;
    return before.next;
  }
};
