// Accepted: the next node is the first of the list that is on top of a heap. O(n·log k) time.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

impl Solution {
    pub fn merge_lists(mut lists: Vec<Option<Box<ListNode>>>) -> Option<Box<ListNode>> {
        let mut heads = BinaryHeap::new(); // has the greatest on top, or reversed, the smallest
        for (i, list) in lists.iter().enumerate() {
            heads.extend(list.iter().map(|head| Reverse((head.val, i))));
        }

        let mut merged = None;
        let mut end = &mut merged;
        while let Some(Reverse((_, i))) = heads.pop() {
            if let Some(mut node) = lists[i].take() {
                lists[i] = node.next.take();
                heads.extend(lists[i].iter().map(|head| Reverse((head.val, i))));
                end = &mut end.insert(node).next;
            }
        }
        merged
    }
}
