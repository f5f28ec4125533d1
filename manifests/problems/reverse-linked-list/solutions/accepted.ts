// Accepted: turns each link round on the way. O(n) time, O(1) memory.
function reverseList(head: ListNode | null): ListNode | null {
  let turned: ListNode | null = null;
  while (head !== null) {
    const next: ListNode | null = head.next;
    head.next = turned;
    turned = head;
    head = next;
  }
  return turned;
}
