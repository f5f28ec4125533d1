struct ListNode* tie(struct ListNode* a, int b) {
  struct ListNode *last = a, *to = a;
  while (last->next) last = last->next;
  while (b-- > 0) to = to->next;
  last->next = to;
  return a;
}
