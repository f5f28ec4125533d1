// Wrong: the map is filled first, so a number that is half of target finds itself.
use std::collections::HashMap;

impl Solution {
    pub fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32> {
        let position: HashMap<i32, usize> = nums.iter().enumerate().map(|(i, &x)| (x, i)).collect();
        for (i, &x) in nums.iter().enumerate() {
            if let Some(&j) = position.get(&(target - x)) {
                return vec![i as i32, j as i32];
            }
        }
        vec![]
    }
}
