import time


class Solution:
    def isValid(self, text: str) -> bool:
        # Waits for a first bracket, which an empty text never gets.
        while not text:
            time.sleep(0.05)
        closing = {"(": ")", "[": "]", "{": "}"}
        expected = []
        for bracket in text:
            if bracket in closing:
                expected.append(closing[bracket])
            elif not expected or expected.pop() != bracket:
                return False
        return not expected
