package main

func invertTree(root *TreeNode) *TreeNode {
	if root == nil {
		return nil
	}
	// Both right sides are computed before either field changes.
	root.Left, root.Right = invertTree(root.Right), invertTree(root.Left)
	return root
}
