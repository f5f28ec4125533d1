func tie(a *ListNode, b int) *ListNode {
	last, to := a, a
	for last.Next != nil {
		last = last.Next
	}
	for ; b > 0; b-- {
		to = to.Next
	}
	last.Next = to
	return a
}
