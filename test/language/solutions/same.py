class Solution:
    def same(self, a, b):
        if b == 1:
            a.left = a
        if b == 5:
            a.right = a
        if b == 2:
            raise ValueError("two")
        if b == 3:
            return a.missing
        if b == 4:
            raise MemoryError
        return a
