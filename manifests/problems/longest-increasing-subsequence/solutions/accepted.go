package main

import "slices"

// ends[i] is the smallest number that an increasing subsequence of length i+1 can end with, among
// the numbers seen so far. It is sorted, so the one place that x changes is found by binary search.
func longestIncreasing(nums []int) int {
	var ends []int
	for _, x := range nums {
		i, _ := slices.BinarySearch(ends, x) // the first end that is not below x
		if i == len(ends) {
			ends = append(ends, x)
		} else {
			ends[i] = x
		}
	}
	return len(ends)
}
