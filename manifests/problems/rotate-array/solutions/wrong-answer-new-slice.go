package main

// append makes a new array here, and the caller's slice goes on referring to the old one.
func rotate(nums []int, k int) {
	split := len(nums) - k%len(nums)
	nums = append(nums[split:], nums[:split]...)
}
