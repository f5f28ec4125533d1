// Accepted: asks before each step whether it fits; the remainder has the sign of n. O(digits) time.
long long reverseDigits(long long n) {
  long long turned = 0;
  for (; n != 0; n /= 10) {
    const int digit = (int)(n % 10);
    if (turned > 0 && turned > (INT64_MAX - digit) / 10) return 0;
    if (turned < 0 && turned < (INT64_MIN - digit) / 10) return 0;
    turned = turned * 10 + digit;
  }
  return turned;
}
