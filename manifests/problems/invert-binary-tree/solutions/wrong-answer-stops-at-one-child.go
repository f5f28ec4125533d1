package main

// Takes a node with a single child for a leaf.
func invertTree(root *TreeNode) *TreeNode {
	if root == nil || root.Left == nil || root.Right == nil {
		return root
	}
	root.Left, root.Right = invertTree(root.Right), invertTree(root.Left)
	return root
}
