// Accepted: merges two lists at a time, paired like players in a tournament. O(n·log k) time, O(1)
// memory.
static struct ListNode* merge(struct ListNode* a, struct ListNode* b) {
  struct ListNode* merged = NULL;
  struct ListNode** end = &merged;
  while (a != NULL && b != NULL) {
    struct ListNode** smaller = b->val < a->val ? &b : &a;
    *end = *smaller;
    end = &(*end)->next;
    *smaller = *end;
  }
  *end = a != NULL ? a : b;
  return merged;
}

struct ListNode* mergeLists(struct ListNode** lists, int listsSize) {
  for (int step = 1; step < listsSize; step *= 2) {
    for (int i = 0; i + step < listsSize; i += 2 * step) {
      lists[i] = merge(lists[i], lists[i + step]);
    }
  }
  return listsSize > 0 ? lists[0] : NULL;
}
