class Solution {
 public:
  bool isValid(string text) {
    string expected;  // a stack: the closing brackets that are still to come, the next one on top
    for (char bracket : text) {
      if (bracket == '(') {
        expected.push_back(')');
      } else if (bracket == '[') {
        expected.push_back(']');
      } else if (bracket == '{') {
        expected.push_back('}');
      } else if (!expected.empty() && expected.back() == bracket) {
        expected.pop_back();
      } else {
        return false;
      }
    }
    return expected.empty();
  }
};
