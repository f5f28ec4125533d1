package main

// The longest increasing run: only numbers that stand side by side.
func longestIncreasing(nums []int) int {
	best, run := 1, 1
	for i := 1; i < len(nums); i++ {
		if nums[i] > nums[i-1] {
			run++
		} else {
			run = 1
		}
		best = max(best, run)
	}
	return best
}
