// Too slow: k steps, each into a new vector. O(n k) time.
impl Solution {
    pub fn rotate(nums: &mut Vec<i32>, k: i32) {
        for _ in 0..k {
            let mut next = vec![nums[nums.len() - 1]];
            next.extend_from_slice(&nums[..nums.len() - 1]);
            *nums = next;
        }
    }
}
