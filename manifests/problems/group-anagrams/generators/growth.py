# Reads "N SEED", prints N words of eight letters, most with a few anagrams among the others.
import json
import random

n, seed = map(int, input().split())
rng = random.Random(seed * 1_000_003 + n)
letters = "abcdefghijklmnop"
bags = [[rng.choice(letters) for _ in range(8)] for _ in range((n + 3) // 4)]
words = []
for _ in range(n):
    bag = rng.choice(bags)
    rng.shuffle(bag)
    words.append("".join(bag))
print(json.dumps(words))
