// Accepted: merges two lists at a time, paired like players in a tournament. O(n·log k) time.
function mergeLists(lists) {
  if (lists.length === 0) return null;
  for (let step = 1; step < lists.length; step *= 2) {
    for (let i = 0; i + step < lists.length; i += 2 * step) {
      lists[i] = merge(lists[i], lists[i + step]);
    }
  }
  return lists[0];
}

function merge(a, b) {
  const before = new ListNode(); // stands before the first node, so that it needs no special case
  let tail = before;
  while (a && b) {
    if (b.val < a.val) [a, b] = [b, a];
    tail.next = a;
    tail = a;
    a = a.next;
  }
  tail.next = a ?? b;
  return before.next;
}
