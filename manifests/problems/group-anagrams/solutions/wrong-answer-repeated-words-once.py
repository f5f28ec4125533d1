class Solution:
    def groupAnagrams(self, words: List[str]) -> List[List[str]]:
        # A set forgets that a word was given twice.
        groups = {}
        for word in words:
            groups.setdefault("".join(sorted(word)), set()).add(word)
        return [list(group) for group in groups.values()]
