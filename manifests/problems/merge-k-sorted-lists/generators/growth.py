# Reads "N SEED", prints N sorted lists of ten numbers each.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
lists = [sorted(rng.randint(-1_000_000_000, 1_000_000_000) for _ in range(10)) for _ in range(n)]
print(json.dumps(lists))
