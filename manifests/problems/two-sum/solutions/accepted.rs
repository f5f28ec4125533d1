// Accepted: each number looks for its partner among the earlier ones. O(n) time and memory.
use std::collections::HashMap;

impl Solution {
    pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {
        let mut seen = HashMap::new();
        for (i, &number) in nums.iter().enumerate() {
            if let Some(&partner) = seen.get(&(i64::from(target) - i64::from(number))) {
                return vec![partner, i as i32];
            }
            seen.insert(i64::from(number), i as i32);
        }
        vec![]
    }
}
