// Wrong answer: takes what does not fit an int for too large.
long long reverseDigits(long long n) {
  long long turned = 0;
  for (; n != 0; n /= 10) {
    turned = turned * 10 + n % 10;
    if (turned > INT32_MAX || turned < INT32_MIN) return 0;
  }
  return turned;
}
