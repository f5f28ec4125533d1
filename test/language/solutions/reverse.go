func reverse(a *ListNode, b []*TreeNode) {
	for b[0] != nil {
		a.Val++
		b[0] = b[0].Right
	}
}
