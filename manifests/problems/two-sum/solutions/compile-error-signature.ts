// Compile error: the target is missing.
function twoSum(nums: number[]): number[] {
  return nums.slice(0, 2);
}
