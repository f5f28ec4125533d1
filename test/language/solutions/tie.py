class Solution:
    def tie(self, a, b):
        last = to = a
        while last.next:
            last = last.next
        for _ in range(b):
            to = to.next
        last.next = to
        return a
