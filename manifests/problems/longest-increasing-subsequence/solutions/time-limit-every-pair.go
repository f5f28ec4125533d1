package main

// Right, but compares each number with all numbers before it.
func longestIncreasing(nums []int) int {
	best := 0
	length := make([]int, len(nums)) // length[i]: of the best subsequence that ends at i
	for i, x := range nums {
		length[i] = 1
		for j := range i {
			if nums[j] < x {
				length[i] = max(length[i], length[j]+1)
			}
		}
		best = max(best, length[i])
	}
	return best
}
