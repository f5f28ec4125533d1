// Accepted: ends[i] is the smallest number that an increasing subsequence of length i + 1 can end
// with; it is sorted, so the one that x changes is found by binary search. O(n·log n) time.
function longestIncreasing(nums: number[]): number {
  const ends: number[] = [];
  for (const x of nums) ends[firstNotBelow(ends, x)] = x;
  return ends.length;
}

function firstNotBelow(sorted: readonly number[], x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
