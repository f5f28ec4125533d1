from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        # A dictionary that is a doubly linked list as well; the most recently used key comes last.
        self.entries = OrderedDict()

    def get(self, key: int) -> int:
        if key not in self.entries:
            return -1
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key: int, value: int) -> None:
        self.entries[key] = value
        self.entries.move_to_end(key)  # a key that was there already keeps its old place otherwise
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
