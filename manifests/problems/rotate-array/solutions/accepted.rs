// Accepted: the standard library rotates in place. O(n) time, O(1) memory.
impl Solution {
    pub fn rotate(nums: &mut Vec<i32>, k: i32) {
        let steps = k as usize % nums.len();
        nums.rotate_right(steps);
    }
}
