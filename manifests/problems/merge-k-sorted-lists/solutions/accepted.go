package main

import "container/heap"

// heads is a heap of the lists that still have nodes, by first value.
type heads []*ListNode

func (h heads) Len() int           { return len(h) }
func (h heads) Less(i, j int) bool { return h[i].Val < h[j].Val }
func (h heads) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *heads) Push(node any)     { *h = append(*h, node.(*ListNode)) }
func (h *heads) Pop() any {
	last := len(*h) - 1
	node := (*h)[last]
	*h = (*h)[:last]
	return node
}

func mergeLists(lists []*ListNode) *ListNode {
	h := make(heads, 0, len(lists))
	for _, head := range lists {
		if head != nil {
			h = append(h, head)
		}
	}
	heap.Init(&h)

	var before ListNode // stands before the first node, so that it needs no special case
	tail := &before
	for len(h) > 0 {
		tail.Next = h[0]
		tail = tail.Next
		if tail.Next != nil {
			h[0] = tail.Next // cheaper than a Pop and a Push
			heap.Fix(&h, 0)
		} else {
			heap.Pop(&h)
		}
	}
	return before.Next
}
