package main

import "slices"

// Reversing everything puts the last k elements in front, and the others behind them, both in the
// wrong order; reversing each part again sets that right.
func rotate(nums []int, k int) {
	k %= len(nums)
	slices.Reverse(nums)
	slices.Reverse(nums[:k])
	slices.Reverse(nums[k:])
}
