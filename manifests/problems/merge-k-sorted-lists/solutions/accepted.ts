// Accepted: halves the lists until one is left, then merges the halves. O(n·log k) time.
function mergeLists(lists: (ListNode | null)[]): ListNode | null {
  if (lists.length < 2) return lists[0] ?? null;
  const middle = lists.length >> 1;
  return merge(mergeLists(lists.slice(0, middle)), mergeLists(lists.slice(middle)));
}

function merge(a: ListNode | null, b: ListNode | null): ListNode | null {
  const before = new ListNode(); // stands before the first node, so that it needs no special case
  let tail = before;
  while (a !== null && b !== null) {
    if (b.val < a.val) [a, b] = [b, a];
    tail.next = a;
    tail = a;
    a = a.next;
  }
  tail.next = a ?? b;
  return before.next;
}
