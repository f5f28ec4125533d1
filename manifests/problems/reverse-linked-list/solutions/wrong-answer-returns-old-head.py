class Solution:
    def reverseList(self, head: Optional[ListNode]) -> Optional[ListNode]:
        # Turns every link round, then returns the node that is now the last one.
        before, node = None, head
        while node is not None:
            node.next, before, node = before, node, node.next
        return head
