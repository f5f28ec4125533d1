import json


class Solution:
    def quoteString(self, text: str, mark: str) -> str:
        # JSON's own rules are close, but they write everything beyond ASCII as \uXXXX.
        inner = json.dumps(text)[1:-1]
        if mark == "'":
            inner = inner.replace('\\"', '"').replace("'", "\\'")
        return mark + inner + mark
