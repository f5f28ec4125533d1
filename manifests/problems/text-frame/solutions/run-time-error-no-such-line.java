package frames;

import java.util.Scanner;

public class Frame {
  // Scanner.next skips empty lines and spaces, until nothing is left: NoSuchElementException.
  public static void main(String[] arguments) {
    Scanner in = new Scanner(System.in);
    int n = in.nextInt();
    for (int i = 0; i < 2 * n + 100; i++) System.out.println("| " + in.next() + " |");
  }
}
