// Too slow: moves everything by one position, k times. O(n k) time.
impl Solution {
    pub fn rotate(nums: &mut Vec<i32>, k: i32) {
        for _ in 0..k {
            let last = nums.pop().unwrap();
            nums.insert(0, last);
        }
    }
}
