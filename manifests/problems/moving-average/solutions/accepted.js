// Accepted: each window is added up anew, so that no rounding error outlives it. O(n·k) time.
function movingAverage(samples, k) {
  const averages = [];
  for (let i = k; i <= samples.length; i++) {
    let sum = 0;
    for (let j = i - k; j < i; j++) sum += samples[j];
    averages.push(sum / k);
  }
  return averages;
}
