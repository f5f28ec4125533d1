// Accepted: the last k numbers come first. O(n) time and memory.
function rotate(nums: number[], k: number): void {
  nums.unshift(...nums.splice(nums.length - (k % nums.length)));
}
