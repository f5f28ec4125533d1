// Takes the digits off the end of n and puts them on the end of reversed. The remainder has the
// sign of n, so negative numbers need no case of their own.
class Solution {
 public:
  long long reverseDigits(long long n) {
    constexpr long long kMax = numeric_limits<long long>::max();
    constexpr long long kMin = numeric_limits<long long>::min();
    long long reversed = 0;
    while (n != 0) {
      long long digit = n % 10;
      n /= 10;
      // Would reversed * 10 + digit leave the range? Ask without computing it: overflow of a signed
      // integer is undefined behaviour.
      if (reversed > (kMax - max(digit, 0LL)) / 10 || reversed < (kMin - min(digit, 0LL)) / 10) {
        return 0;
      }
      reversed = reversed * 10 + digit;
    }
    return reversed;
  }
};
