class Solution {
  // Nothing ends the recursion: StackOverflowError, or NullPointerException for an empty list.
  public ListNode reverseList(ListNode head) {
    ListNode rest = reverseList(head);
    head.next.next = head;
    return rest;
  }
}
