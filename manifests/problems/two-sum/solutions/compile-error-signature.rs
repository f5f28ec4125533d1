// Does not compile: the target is missing.
impl Solution {
    pub fn two_sum(nums: Vec<i32>) -> Vec<i32> {
        nums
    }
}
