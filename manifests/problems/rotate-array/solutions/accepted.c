// Accepted: turns round the two parts and then the whole. O(n) time, O(1) memory.
static void turn(int* begin, int* end) {
  while (begin < end) {
    const int first = *begin;
    *begin++ = *--end;
    *end = first;
  }
}

void rotate(int* nums, int numsSize, int k) {
  int* const middle = nums + numsSize - k % numsSize;
  turn(nums, middle);
  turn(middle, nums + numsSize);
  turn(nums, nums + numsSize);
}
