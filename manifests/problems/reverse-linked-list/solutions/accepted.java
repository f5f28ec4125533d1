class Solution {
  public ListNode reverseList(ListNode head) {
    ListNode turned = null; // the nodes before head, already turned round
    while (head != null) {
      ListNode next = head.next;
      head.next = turned;
      turned = head;
      head = next;
    }
    return turned;
  }
}
