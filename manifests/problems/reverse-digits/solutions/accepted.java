class Solution {
  public long reverseDigits(long n) {
    long reversed = 0;
    try {
      // The remainder of a negative number is negative, so the smallest long needs no care.
      for (; n != 0; n /= 10) reversed = Math.addExact(Math.multiplyExact(reversed, 10L), n % 10);
    } catch (ArithmeticException beyond64Bits) {
      return 0;
    }
    return reversed;
  }
}
