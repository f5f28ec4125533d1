from heapq import heapify, heappop, heapreplace


class Solution:
    def mergeLists(self, lists: List[Optional[ListNode]]) -> Optional[ListNode]:
        # The number of the list settles ties, because nodes themselves cannot be compared.
        heads = [(head.val, i, head) for i, head in enumerate(lists) if head is not None]
        heapify(heads)

        before = tail = ListNode()  # stands before the first node, so that it needs no special case
        while heads:
            _, i, node = heads[0]
            tail.next = tail = node
            if node.next is not None:
                heapreplace(heads, (node.next.val, i, node.next))
            else:
                heappop(heads)
        return before.next
