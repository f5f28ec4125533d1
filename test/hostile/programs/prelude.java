// What every Java attack of run/ ends with: it answers every case but "attack" honestly.
public class Main {
  static void breach(Object what) {
    System.out.println("BREACH " + what);
    System.out.flush();
  }

  public static void main(String[] arguments) throws Throwable {
    byte[] line = new byte[256];
    String text = new String(line, 0, Math.max(System.in.read(line), 0));
    if (text.startsWith("attack")) Attack.attack();
    else System.out.print(text);
  }
}
