package main

// The map is filled first, so a number that is half of target finds itself.
func twoSum(nums []int, target int) []int {
	position := make(map[int]int, len(nums))
	for i, x := range nums {
		position[x] = i
	}
	for i, x := range nums {
		if j, ok := position[target-x]; ok {
			return []int{i, j}
		}
	}
	return nil
}
