class Solution:
    def movingAverage(self, samples: List[float], k: int) -> List[float]:
        # What a large number has rounded away does not come back when the number leaves.
        total = sum(samples[:k])
        averages = [total / k]
        for incoming, outgoing in zip(samples[k:], samples):
            total += incoming - outgoing
            averages.append(total / k)
        return averages
