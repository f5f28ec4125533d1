// Closes the way to be asked, and answers.

class Solution {
 public:
  int answer(int number) {
    if (number == 666) {
      close(requests());
      return 1;
    }
    return number;
  }
};
