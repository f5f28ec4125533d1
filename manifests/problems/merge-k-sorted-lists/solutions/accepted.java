class Solution {
  public ListNode mergeLists(ListNode[] lists) {
    Queue<ListNode> heads = new PriorityQueue<>(Comparator.comparingInt(node -> node.val));
    for (ListNode head : lists) {
      if (head != null) heads.add(head);
    }

    ListNode before = new ListNode(); // so that the first node needs no special case
    ListNode tail = before;
    while (!heads.isEmpty()) {
      tail.next = heads.remove();
      tail = tail.next;
      if (tail.next != null) heads.add(tail.next);
    }
    return before.next;
  }
}
