class Solution {
  public String[][] groupAnagrams(String[] words) {
    Map<String, List<String>> groups = new HashMap<>(); // sorted letters -> words
    for (String word : words) {
      int[] letters = word.codePoints().sorted().toArray();
      groups.computeIfAbsent(new String(letters, 0, letters.length), key -> new ArrayList<>()).add(word);
    }
    return groups.values().stream().map(group -> group.toArray(new String[0])).toArray(String[][]::new);
  }
}
