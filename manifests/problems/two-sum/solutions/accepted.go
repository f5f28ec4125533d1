package main

// One pass. Before a number is stored we ask whether its partner is already there, so a position
// can never be paired with itself.
func twoSum(nums []int, target int) []int {
	seen := make(map[int]int, len(nums)) // number -> position
	for i, x := range nums {
		if j, ok := seen[target-x]; ok {
			return []int{j, i}
		}
		seen[x] = i
	}
	return nil // not reached: every input has a pair
}
