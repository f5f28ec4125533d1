// Accepted: what is escaped is ASCII, which no byte of a longer UTF-8 character is. O(n) time.
char* quoteString(char* text, char mark) {
  char* const quoted = malloc(2 * strlen(text) + 3);
  char* to = quoted;
  *to++ = mark;
  for (; *text != 0; ++text) {
    const char one = *text == '\n' ? 'n' : *text == '\t' ? 't' : *text;
    if (one != *text || one == mark || one == '\\') *to++ = '\\';
    *to++ = one;
  }
  *to++ = mark;
  *to = 0;
  return quoted;
}
