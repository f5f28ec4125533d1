// Accepted: the last k numbers come first. O(n) time and memory.
var rotate = function (nums, k) {
  const tail = nums.slice(nums.length - (k % nums.length));
  nums.copyWithin(tail.length, 0);
  for (let i = 0; i < tail.length; i++) nums[i] = tail[i];
};
