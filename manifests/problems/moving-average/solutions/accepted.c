// Accepted: each window is added up anew, so that no rounding error outlives it. O(n·k) time.
double* movingAverage(double* samples, int samplesSize, int k, int* returnSize) {
  *returnSize = samplesSize - k + 1;
  double* averages = calloc((size_t)*returnSize, sizeof(double));
  for (int i = 0; i < *returnSize; ++i) {
    for (int j = i; j < i + k; ++j) averages[i] += samples[j];
    averages[i] /= k;
  }
  return averages;
}
