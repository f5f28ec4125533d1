import java.io.*;

public class Sums {
  public static void main(String[] arguments) throws IOException {
    StreamTokenizer in = new StreamTokenizer(new BufferedInputStream(System.in, 1 << 16));
    int n = next(in);
    int questions = next(in);
    long[] sums = new long[n + 1]; // sums[i] = sum of the first i numbers
    for (int i = 0; i < n; i++) sums[i + 1] = sums[i] + next(in);
    StringBuilder answers = new StringBuilder();
    while (questions-- > 0) {
      long before = sums[next(in) - 1];
      answers.append(sums[next(in)] - before).append('\n');
    }
    System.out.print(answers);
  }

  private static int next(StreamTokenizer in) throws IOException {
    in.nextToken();
    return (int) in.nval; // a double: exact for numbers of this size
  }
}
