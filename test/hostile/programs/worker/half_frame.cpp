// Writes half an answer and waits.

class Solution {
 public:
  int answer(int number) {
    if (number == 666 && write(answers(), "\20\0\0\0\1", 5) > 0) pause();
    return number;
  }
};
