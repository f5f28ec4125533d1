class Attack {
  static void attack() throws Throwable {
    Thread filler = new Thread(() -> {
      Map<Integer, int[]> kept = new HashMap<>();
      for (int i = 0; ; i++) kept.put(i, new int[1000]);
    });
    filler.start();
    synchronized (Attack.class) {
      Attack.class.wait();
    }
  }
}
