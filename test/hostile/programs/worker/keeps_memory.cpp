// Keeps what it used from case to case.
#include <cstring>
#include <vector>

static std::vector<char*> kept;

class Solution {
 public:
  int answer(int number) {
    kept.push_back(new char[40 << 20]);
    std::memset(kept.back(), 1, 40 << 20);
    return number;
  }
};
