# Reads "N SEED", prints N numbers and a distance that makes no shortcut.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
print(json.dumps([rng.randint(-1_000_000, 1_000_000) for _ in range(n)]))
print(n // 3 + n * rng.randint(1, 9))
