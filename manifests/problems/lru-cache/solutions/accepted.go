package main

import "container/list"

type entry struct {
	key, value int
}

// LRUCache keeps its entries in order of use, and knows where in that order each key is.
type LRUCache struct {
	capacity int
	order    *list.List // of entry; the most recently used in front
	where    map[int]*list.Element
}

func Constructor(capacity int) LRUCache {
	return LRUCache{capacity, list.New(), make(map[int]*list.Element, capacity)}
}

func (this *LRUCache) Get(key int) int {
	element, ok := this.where[key]
	if !ok {
		return -1
	}
	this.order.MoveToFront(element)
	return element.Value.(entry).value
}

func (this *LRUCache) Put(key int, value int) {
	if element, ok := this.where[key]; ok {
		element.Value = entry{key, value}
		this.order.MoveToFront(element)
		return
	}
	if this.order.Len() == this.capacity {
		oldest := this.order.Remove(this.order.Back()).(entry)
		delete(this.where, oldest.key) // the reason why an entry knows its key
	}
	this.where[key] = this.order.PushFront(entry{key, value})
}
