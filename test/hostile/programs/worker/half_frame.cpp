// Writes half an answer and waits.
#include <unistd.h>

class Solution {
 public:
  int answer(int number) {
    if (number == 666 && write(3, "\20\0\0\0\1", 5) > 0) pause();
    return number;
  }
};
