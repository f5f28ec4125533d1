// Works on bytes: in UTF-8 no byte of a longer character equals an ASCII character.
class Solution {
 public:
  string quoteString(string text, char mark) {
    string out(1, mark);
    for (char c : text) {
      if (c == '\\' || c == mark) {
        out += '\\';
        out += c;
      } else if (c == '\n') {
        out += R"(\n)";
      } else if (c == '\t') {
        out += R"(\t)";
      } else {
        out += c;
      }
    }
    return out + mark;
  }
};
