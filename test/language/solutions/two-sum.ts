function twoSum(nums: number[], target: number): number[] {
  console.log("searching", nums.length);
  const seen = new Map<number, number>();
  for (let i = 0; i < nums.length; i++) {
    const partner = seen.get(target - nums[i]!);
    if (partner !== undefined) return [partner, i];
    seen.set(nums[i] as number, i);
  }
  return [];
}
