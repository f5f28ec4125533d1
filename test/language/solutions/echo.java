class Echo {
  private final int base;

  public Echo(int base, String name) {
    this.base = base;
  }

  public void nothing() {}

  public double sum(int a, long b, double c) {
    return base + a + b + c;
  }

  public int integer(int v) {
    return v;
  }

  public long wide(long v) {
    return v;
  }

  public double real(double v) {
    return v;
  }

  public String text(String v) {
    return v;
  }

  public boolean flag(boolean v) {
    return v;
  }

  public char letter(char v) {
    return v;
  }

  public int[] integers(int[] v) {
    return v;
  }

  public int[][] grid(int[][] v) {
    return v;
  }

  public int[][][] cube(int[][][] v) {
    return v;
  }

  public long[] longs(long[] v) {
    return v;
  }

  public double[] doubles(double[] v) {
    return v;
  }

  public String[] texts(String[] v) {
    return v;
  }

  public String[][] textGrid(String[][] v) {
    return v;
  }

  public boolean[] flags(boolean[] v) {
    return v;
  }

  public char[] letters(char[] v) {
    return v;
  }

  public char[][] board(char[][] v) {
    return v;
  }

  public ListNode chain(ListNode v) {
    return v;
  }

  public ListNode[] chains(ListNode[] v) {
    return v;
  }

  public TreeNode tree(TreeNode v) {
    return v;
  }

  public TreeNode[] trees(TreeNode[] v) {
    return v;
  }
}
