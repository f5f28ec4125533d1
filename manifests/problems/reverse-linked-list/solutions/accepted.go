package main

// The nodes before head are already turned round and begin at reversed.
func reverseList(head *ListNode) *ListNode {
	var reversed *ListNode
	for head != nil {
		// The right side is evaluated first, so no node is forgotten on the way.
		head.Next, reversed, head = reversed, head, head.Next
	}
	return reversed
}
