# Reads "N SEED", prints an input with N numbers. The pair ends with the last of them, so that all
# must be looked at.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
numbers = rng.sample(range(1, 500_000_000), max(n - 1, 1))
partner = 1_000_000_000 - numbers[rng.randrange(len(numbers))]
numbers.append(partner)
print(json.dumps(numbers))
print(1_000_000_000)
