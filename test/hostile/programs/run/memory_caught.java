class Attack {
  static void attack() {
    List<byte[]> kept = new ArrayList<>();
    while (true) {
      try {
        kept.add(new byte[1 << 20]);
      } catch (OutOfMemoryError full) {
        System.out.println("attack");
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
