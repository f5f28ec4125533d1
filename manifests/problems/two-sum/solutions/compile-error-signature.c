// Compile error: the count of the answer's numbers has no place.
int* twoSum(int* nums, int numsSize, int target) {
  int* answer = calloc(2, sizeof(int));
  answer[1] = nums[0] < target ? numsSize - 1 : 1;
  return answer;
}
