# Reads "N SEED", prints N samples and a window of a quarter of them.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
print(json.dumps([rng.randint(0, 1_000_000) / 8 for _ in range(n)]))
print(max(1, n // 4))
