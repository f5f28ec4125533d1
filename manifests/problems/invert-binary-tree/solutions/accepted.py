class Solution:
    def invertTree(self, root: Optional[TreeNode]) -> Optional[TreeNode]:
        if root is None:
            return None
        # Both right sides are computed before either attribute changes.
        root.left, root.right = self.invertTree(root.right), self.invertTree(root.left)
        return root
