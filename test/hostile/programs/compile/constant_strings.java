// Folded by the compiler: 64 thousand million characters.
class Main {
  static final String A = "0123456789abcdef", B = A + A + A + A + A + A + A + A, C = B + B + B + B + B + B + B + B;
  static final String D = C + C + C + C + C + C + C + C, E = D + D + D + D + D + D + D + D;
  static final String F = E + E + E + E + E + E + E + E, G = F + F + F + F + F + F + F + F;
  static final String H = G + G + G + G + G + G + G + G, I = H + H + H + H + H + H + H + H;
  static final String J = I + I + I + I + I + I + I + I, K = J + J + J + J + J + J + J + J;

  public static void main(String[] arguments) {
    System.out.println(K.length());
  }
}
