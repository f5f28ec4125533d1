class Solution {
  public String quoteString(String text, char mark) {
    StringBuilder quoted = new StringBuilder().append(mark);
    // char by char: both halves of a surrogate pair are copied as they are.
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c == '\\' || c == mark) quoted.append('\\');
          quoted.append(c);
        }
      }
    }
    return quoted.append(mark).toString();
  }
}
