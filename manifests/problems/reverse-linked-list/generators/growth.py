# Reads "N SEED", prints a list of N numbers.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
print(json.dumps([rng.randint(-1_000_000, 1_000_000) for _ in range(n)]))
