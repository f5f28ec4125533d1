// Compile error: the constructor does not take the capacity.
class LRUCache {
  constructor() {
    this.values = new Map();
  }

  get(key) {
    return this.values.get(key) ?? -1;
  }

  put(key, value) {
    this.values.set(key, value);
  }
}
