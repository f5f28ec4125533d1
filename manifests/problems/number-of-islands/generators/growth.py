# Reads "N SEED", prints a square grid of about N fields, six of ten of them land.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
side = max(1, round(n**0.5))
print(json.dumps([[rng.choices("10", (6, 4))[0] for _ in range(side)] for _ in range(side)]))
