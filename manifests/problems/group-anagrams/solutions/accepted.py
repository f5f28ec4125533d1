from collections import defaultdict


class Solution:
    def groupAnagrams(self, words: List[str]) -> List[List[str]]:
        # All anagrams of a word, and no other words, have the same letters in alphabetical order.
        groups = defaultdict(list)
        for word in words:
            groups["".join(sorted(word))].append(word)
        return list(groups.values())
