// As many of each kind are closed as were opened, but in which order?
class Solution {
 public:
  bool isValid(string text) {
    map<char, int> count;
    for (char bracket : text) ++count[bracket];
    return count['('] == count[')'] && count['['] == count[']'] && count['{'] == count['}'];
  }
};
