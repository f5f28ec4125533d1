// Accepted: ends[i] is the smallest number that an increasing subsequence of length i + 1 can end
// with; it is sorted, so the one that x changes is found by binary search. O(n·log n) time.
impl Solution {
    pub fn longest_increasing(nums: Vec<i32>) -> i32 {
        let mut ends = Vec::new();
        for x in nums {
            let at = ends.partition_point(|&end| end < x);
            if at == ends.len() {
                ends.push(x);
            } else {
                ends[at] = x;
            }
        }
        ends.len() as i32
    }
}
