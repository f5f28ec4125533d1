// Accepted: ends[i] is the smallest number that an increasing subsequence of length i + 1 can end
// with; it is sorted, so the one that x changes is found by binary search. O(n·log n) time.
function longestIncreasing(nums) {
  const ends = [];
  for (const x of nums) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < x) low = middle + 1;
      else high = middle;
    }
    ends[low] = x;
  }
  return ends.length;
}
