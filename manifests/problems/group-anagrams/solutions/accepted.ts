// Accepted: two words are anagrams exactly when their letters in alphabetical order are equal.
// O(n·l·log l) time for n words of l letters.
function groupAnagrams(words: string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const letters = word.split("").sort().join("");
    const group = groups.get(letters);
    if (group) group.push(word);
    else groups.set(letters, [word]);
  }
  return [...groups.values()];
}
