class Solution {
  public double[] movingAverage(double[] samples, int k) {
    // Each window is added up anew. A running sum would carry the rounding errors of large numbers
    // into windows that no longer contain them.
    return IntStream.rangeClosed(0, samples.length - k)
        .mapToDouble(i -> Arrays.stream(samples, i, i + k).sum() / k)
        .toArray();
  }
}
