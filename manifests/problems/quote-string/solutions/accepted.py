class Solution:
    def quoteString(self, text: str, mark: str) -> str:
        # translate looks at each character once, so nothing is escaped twice.
        escapes = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", mark: "\\" + mark}
        return mark + text.translate(str.maketrans(escapes)) + mark
