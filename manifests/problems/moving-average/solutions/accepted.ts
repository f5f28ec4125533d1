// Accepted: each window is added up anew, so that no rounding error outlives it. O(n·k) time.
function movingAverage(samples: number[], k: number): number[] {
  const windows = samples.length - k + 1;
  const sum = (from: number): number => {
    let total = 0;
    for (let i = from; i < from + k; i++) total += samples[i];
    return total;
  };
  return Array.from({ length: windows }, (_, from) => sum(from) / k);
}
