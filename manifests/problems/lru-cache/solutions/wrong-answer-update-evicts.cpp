// Makes room before it asks whether the key is new, so an update of a full cache loses a key.
class LRUCache {
 public:
  LRUCache(int capacity) : capacity_(capacity) {}

  int get(int key) {
    auto found = where_.find(key);
    if (found == where_.end()) return -1;
    order_.splice(order_.begin(), order_, found->second);
    return found->second->second;
  }

  void put(int key, int value) {
    if (order_.size() == capacity_) {
      where_.erase(order_.back().first);
      order_.pop_back();
    }
    auto found = where_.find(key);
    if (found != where_.end()) order_.erase(found->second);
    order_.emplace_front(key, value);
    where_[key] = order_.begin();
  }

 private:
  size_t capacity_;
  list<pair<int, int>> order_;
  unordered_map<int, list<pair<int, int>>::iterator> where_;
};
