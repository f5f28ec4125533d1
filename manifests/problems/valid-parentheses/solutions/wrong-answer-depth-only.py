class Solution:
    def isValid(self, text: str) -> bool:
        # Knows how deep it is, but not in which kind of bracket.
        depth = 0
        for bracket in text:
            depth += 1 if bracket in "([{" else -1
            if depth < 0:
                return False
        return depth == 0
