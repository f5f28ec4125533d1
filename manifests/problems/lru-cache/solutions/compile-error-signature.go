package main

type LRUCache struct {
	values map[int]int
}

func Constructor(capacity int) LRUCache {
	return LRUCache{make(map[int]int, capacity)}
}

// In the manner of a map, but the problem asks for one result.
func (this *LRUCache) Get(key int) (int, bool) {
	value, ok := this.values[key]
	return value, ok
}

func (this *LRUCache) Put(key int, value int) {
	this.values[key] = value
}
