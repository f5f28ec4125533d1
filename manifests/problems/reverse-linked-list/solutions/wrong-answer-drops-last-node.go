package main

// Stops at the last node instead of after it.
func reverseList(head *ListNode) *ListNode {
	if head == nil || head.Next == nil {
		return head
	}
	var reversed *ListNode
	for head.Next != nil {
		next := head.Next
		head.Next = reversed
		reversed = head
		head = next
	}
	return reversed
}
