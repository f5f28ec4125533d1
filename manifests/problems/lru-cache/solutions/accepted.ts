// Accepted: a Map keeps its keys in the order of insertion; the first is the one used least
// recently. O(1) per call.
class LRUCache {
  private readonly values = new Map<number, number>();

  constructor(private readonly capacity: number) {}

  get(key: number): number {
    const value = this.values.get(key);
    if (value === undefined) return -1;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  put(key: number, value: number): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > this.capacity) this.values.delete(this.values.keys().next().value!);
  }
}
