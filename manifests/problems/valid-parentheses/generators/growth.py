# Reads "N SEED", prints a valid text of N brackets, deeply nested.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
pairs = ["()", "[]", "{}"]
opened, text = [], []
while len(text) + len(opened) < n:
    if opened and rng.random() < 0.4:
        text.append(opened.pop())
    else:
        left, right = rng.choice(pairs)
        text.append(left)
        opened.append(right)
print(json.dumps("".join(text + opened[::-1])))
