import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
  public static void main(String[] arguments) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int n = Integer.parseInt(in.readLine());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) lines.add(in.readLine());
    int width = lines.stream().mapToInt(String::length).max().getAsInt();

    String edge = "+" + "-".repeat(width + 2) + "+";
    System.out.println(edge);
    for (String line : lines) System.out.println("| " + line + " ".repeat(width - line.length()) + " |");
    System.out.println(edge);
  }
}
