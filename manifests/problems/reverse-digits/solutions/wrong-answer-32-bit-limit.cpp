// The limits of an int in a problem about 64 bits.
class Solution {
 public:
  long long reverseDigits(long long n) {
    long long reversed = 0;
    for (; n != 0; n /= 10) {
      if (reversed > INT_MAX / 10 || reversed < INT_MIN / 10) return 0;
      reversed = reversed * 10 + n % 10;
    }
    return reversed;
  }
};
