class Solution:
    def reverse(self, a, b):
        while b[0]:
            a.val += 1
            b[0] = b[0].right
