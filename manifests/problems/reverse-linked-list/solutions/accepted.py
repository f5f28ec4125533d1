class Solution:
    def reverseList(self, head: Optional[ListNode]) -> Optional[ListNode]:
        turned = None  # the nodes before head, already turned round
        while head is not None:
            # The right side is evaluated first, so no node is forgotten on the way; of the targets,
            # head.next must come before head.
            head.next, turned, head = turned, head, head.next
        return turned
