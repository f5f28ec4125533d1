// Puts a backslash before either quotation mark, not only before the one in use.
class Solution {
 public:
  string quoteString(string text, char mark) {
    string out(1, mark);
    for (char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else if (c == '\t') {
        out += "\\t";
      } else {
        if (c == '\\' || c == '"' || c == '\'') out += '\\';
        out += c;
      }
    }
    return out + mark;
  }
};
