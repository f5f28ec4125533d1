package main

import "container/list"

type entry struct {
	key, value int
}

type LRUCache struct {
	capacity int
	order    *list.List
	where    map[int]*list.Element
}

func Constructor(capacity int) LRUCache {
	return LRUCache{capacity, list.New(), make(map[int]*list.Element)}
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
		element.Value = entry{key, value} // and stays where it was in the order of use
		return
	}
	if this.order.Len() == this.capacity {
		oldest := this.order.Remove(this.order.Back()).(entry)
		delete(this.where, oldest.key)
	}
	this.where[key] = this.order.PushFront(entry{key, value})
}
