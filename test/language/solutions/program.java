import java.util.Scanner;

public class Adder {
  static int sum(int a, int b) {
    return a + b;
  }

  public static void main(String[] arguments) {
    Scanner in = new Scanner(System.in);
    System.out.println(sum(in.nextInt(), in.nextInt()));
  }
}
