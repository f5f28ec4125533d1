impl Solution {
    pub fn same(a: Vec<i32>, b: String) -> Vec<String> {
        vec![b, a.len().to_string()]
    }
}
