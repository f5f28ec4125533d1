class Solution:
    def invertTree(self, root: Optional[TreeNode]) -> Optional[TreeNode]:
        # The children change places, but what is below them stays as it was.
        if root is not None:
            root.left, root.right = root.right, root.left
        return root
