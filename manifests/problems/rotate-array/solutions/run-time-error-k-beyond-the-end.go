package main

import "slices"

// Does not reduce k, so it slices beyond the end when k is larger than the array is long.
func rotate(nums []int, k int) {
	slices.Reverse(nums)
	slices.Reverse(nums[:k])
	slices.Reverse(nums[k:])
}
