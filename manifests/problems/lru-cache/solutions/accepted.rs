// Accepted: every use gets a later number; the first in order of use is dropped. O(log n) per call.
use std::collections::{BTreeMap, HashMap};

struct LRUCache {
    capacity: usize,
    clock: u64,
    values: HashMap<i32, (i32, u64)>,
    uses: BTreeMap<u64, i32>,
}

impl LRUCache {
    fn new(capacity: i32) -> Self {
        let (values, uses) = (HashMap::new(), BTreeMap::new());
        LRUCache { capacity: capacity as usize, clock: 0, values, uses }
    }

    fn touch(&mut self, key: i32, value: i32) {
        self.clock += 1;
        if let Some((_, used)) = self.values.insert(key, (value, self.clock)) {
            self.uses.remove(&used);
        }
        self.uses.insert(self.clock, key);
    }

    fn get(&mut self, key: i32) -> i32 {
        match self.values.get(&key).copied() {
            None => -1,
            Some((value, _)) => {
                self.touch(key, value);
                value
            }
        }
    }

    fn put(&mut self, key: i32, value: i32) {
        self.touch(key, value);
        if self.values.len() > self.capacity {
            let (&first, &oldest) = self.uses.iter().next().unwrap();
            self.uses.remove(&first);
            self.values.remove(&oldest);
        }
    }
}
