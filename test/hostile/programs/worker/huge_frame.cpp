// Says that its answer has four gigabytes.

class Solution {
 public:
  int answer(int number) {
    if (number == 666 && write(answers(), "\377\377\377\377", 4) > 0) pause();
    return number;
  }
};
