// Accepted: a stack of the closing brackets that are still to come. O(n) time.
impl Solution {
    pub fn is_valid(text: String) -> bool {
        let mut expected = Vec::new();
        for bracket in text.chars() {
            match bracket {
                '(' => expected.push(')'),
                '[' => expected.push(']'),
                '{' => expected.push('}'),
                _ if expected.pop() != Some(bracket) => return false,
                _ => {}
            }
        }
        expected.is_empty()
    }
}
