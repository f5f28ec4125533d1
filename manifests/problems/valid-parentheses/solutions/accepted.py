class Solution:
    def isValid(self, text: str) -> bool:
        closing = {"(": ")", "[": "]", "{": "}"}
        expected = []  # a stack: the closing brackets that are still to come, the next one on top
        for bracket in text:
            if bracket in closing:
                expected.append(closing[bracket])
            elif not expected or expected.pop() != bracket:
                return False
        return not expected
