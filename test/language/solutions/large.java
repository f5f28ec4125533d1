class Solution {
  public String[] same(int[] a, String b) {
    return new String[] {b, "" + a.length};
  }
}
