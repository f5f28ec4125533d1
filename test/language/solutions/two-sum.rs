use std::collections::HashMap;

impl Solution {
    pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {
        println!("searching {}", nums.len());
        let mut seen = HashMap::new();
        for (i, n) in nums.iter().enumerate() {
            if let Some(j) = seen.get(&(target - n)) {
                return vec![*j, i as i32];
            }
            seen.insert(*n, i as i32);
        }
        vec![]
    }
}
