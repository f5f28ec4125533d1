# Reads "N SEED", prints N calls on a cache that is too small for all the keys.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
capacity = 1000
names, arguments = ["LRUCache"], [[capacity]]
for _ in range(n):
    key = rng.randint(0, 2 * capacity)
    if rng.random() < 0.5:
        names.append("get")
        arguments.append([key])
    else:
        names.append("put")
        arguments.append([key, rng.randint(0, 1_000_000_000)])
print(json.dumps(names))
print(json.dumps(arguments))
