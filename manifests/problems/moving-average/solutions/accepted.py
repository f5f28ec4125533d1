class Solution:
    def movingAverage(self, samples: List[float], k: int) -> List[float]:
        # Each window is added up anew. A running sum would carry the rounding errors of large
        # numbers into windows that no longer contain them.
        return [sum(samples[i : i + k]) / k for i in range(len(samples) - k + 1)]
