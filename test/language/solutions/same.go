func same(a *TreeNode, b int) *TreeNode {
	if b == 1 {
		a.Left = a
	}
	if b == 5 {
		a.Right = a
	}
	if b == 2 {
		panic("two")
	}
	if b == 3 {
		var none *TreeNode
		return none.Left
	}
	return a
}
