// A set keeps one of several equal values.
class Solution {
 public:
  ListNode* mergeLists(vector<ListNode*>& lists) {
    set<int> values;
    for (ListNode* node : lists) {
      for (; node != nullptr; node = node->next) values.insert(node->val);
    }
    ListNode* head = nullptr;
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
      head = new ListNode(*value, head);
    }
    return head;
  }
};
