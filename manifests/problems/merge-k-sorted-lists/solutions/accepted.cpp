class Solution {
 public:
  ListNode* mergeLists(vector<ListNode*>& lists) {
    // A priority_queue has the greatest element of its order on top; this order makes that the node
    // with the smallest value.
    auto later = [](const ListNode* a, const ListNode* b) { return a->val > b->val; };
    priority_queue<ListNode*, vector<ListNode*>, decltype(later)> heads(later);
    for (ListNode* head : lists) {
      if (head != nullptr) heads.push(head);
    }

    ListNode before;  // stands before the first node, so that it needs no special case
    ListNode* tail = &before;
    while (!heads.empty()) {
      tail->next = heads.top();
      tail = tail->next;
      heads.pop();
      if (tail->next != nullptr) heads.push(tail->next);
    }
    return before.next;
  }
};
