// Keeps its entries in order of use, and knows where in that order each key is.
class LRUCache {
 public:
  LRUCache(int capacity) : capacity_(capacity) {}

  int get(int key) {
    auto found = where_.find(key);
    if (found == where_.end()) return -1;
    move_to_front(found->second);
    return found->second->value;
  }

  void put(int key, int value) {
    auto found = where_.find(key);
    if (found != where_.end()) {
      found->second->value = value;
      move_to_front(found->second);
      return;
    }
    if (order_.size() == capacity_) {
      where_.erase(order_.back().key);  // the reason why an entry knows its key
      order_.pop_back();
    }
    order_.push_front({key, value});
    where_[key] = order_.begin();
  }

 private:
  struct Entry {
    int key;
    int value;
  };
  using Position = list<Entry>::iterator;

  // splice relinks the node: nothing is copied, and all iterators stay valid.
  void move_to_front(Position entry) { order_.splice(order_.begin(), order_, entry); }

  size_t capacity_;
  list<Entry> order_;  // the most recently used in front
  unordered_map<int, Position> where_;
};
