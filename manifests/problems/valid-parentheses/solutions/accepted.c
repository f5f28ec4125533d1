// Accepted: a stack of the closing brackets that are still to come. O(n) time.
bool isValid(char* text) {
  char* expected = malloc(strlen(text) + 1);
  size_t open = 0;
  bool valid = true;
  for (; valid && *text != 0; ++text) {
    if (*text == '(') {
      expected[open++] = ')';
    } else if (*text == '[') {
      expected[open++] = ']';
    } else if (*text == '{') {
      expected[open++] = '}';
    } else {
      valid = open > 0 && expected[--open] == *text;
    }
  }
  free(expected);
  return valid && open == 0;
}
