# Reads "N SEED", prints N numbers and as many questions.
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
print(n, n)
print(*(rng.randint(-1_000_000_000, 1_000_000_000) for _ in range(n)))
for _ in range(n):
    left, right = sorted((rng.randint(1, n), rng.randint(1, n)))
    print(left, right)
