// Accepted: open addressing by value; each number looks for its partner among the earlier ones.
// O(n) time and memory.
#define SLOTS 32768

static int slot_of(const int* slots, const int* nums, int value) {
  unsigned at = (unsigned)value * 2654435769U >> 17;
  while (slots[at] != 0 && nums[slots[at] - 1] != value) at = (at + 1) % SLOTS;
  return (int)at;
}

int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
  int* slots = calloc(SLOTS, sizeof(int));
  int* answer = malloc(2 * sizeof(int));
  *returnSize = 0;
  for (int i = 0; i < numsSize && *returnSize == 0; ++i) {
    const int partner = slots[slot_of(slots, nums, target - nums[i])];
    if (partner != 0) {
      answer[0] = partner - 1;
      answer[1] = i;
      *returnSize = 2;
    }
    slots[slot_of(slots, nums, nums[i])] = i + 1;
  }
  free(slots);
  return answer;
}
