// Accepted: two words are anagrams exactly when their letters in alphabetical order are equal.
// O(n·l·log l) time for n words of l letters.
use std::collections::HashMap;

impl Solution {
    pub fn group_anagrams(words: Vec<String>) -> Vec<Vec<String>> {
        let mut groups: HashMap<Vec<u8>, Vec<String>> = HashMap::new();
        for word in words {
            let mut letters = word.as_bytes().to_vec();
            letters.sort_unstable();
            groups.entry(letters).or_default().push(word);
        }
        groups.into_values().collect()
    }
}
