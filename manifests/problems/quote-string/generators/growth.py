# Reads "N SEED", prints a text of N characters, every fourth of them to be escaped.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
characters = 'abcdefghijklmno\n\t"\\\u00e9'
print(json.dumps("".join(rng.choice(characters) for _ in range(n))))
print(json.dumps('"'))
