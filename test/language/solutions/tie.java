class Solution {
  public ListNode tie(ListNode a, int b) {
    ListNode last = a, to = a;
    while (last.next != null) last = last.next;
    while (b-- > 0) to = to.next;
    last.next = to;
    return a;
  }
}
