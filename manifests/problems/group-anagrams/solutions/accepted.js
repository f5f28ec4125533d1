// Accepted: two words are anagrams exactly when their letters in alphabetical order are equal.
// O(n·l·log l) time for n words of l letters.
function groupAnagrams(words) {
  const groups = new Map();
  for (const word of words) {
    const letters = [...word].sort().join("");
    if (!groups.has(letters)) groups.set(letters, []);
    groups.get(letters).push(word);
  }
  return [...groups.values()];
}
