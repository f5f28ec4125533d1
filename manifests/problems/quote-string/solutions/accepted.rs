// Accepted: looks at each character once, so nothing is escaped twice. O(n) time and memory.
impl Solution {
    pub fn quote_string(text: String, mark: char) -> String {
        let mut quoted = String::with_capacity(text.len() + 2);
        quoted.push(mark);
        for letter in text.chars() {
            match letter {
                '\n' => quoted.push_str("\\n"),
                '\t' => quoted.push_str("\\t"),
                _ if letter == '\\' || letter == mark => {
                    quoted.push('\\');
                    quoted.push(letter);
                }
                _ => quoted.push(letter),
            }
        }
        quoted.push(mark);
        quoted
    }
}
