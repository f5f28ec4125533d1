class Attack {
  static void attack() throws Throwable {
    for (int i = 0; i < 4; i++) {
      new Thread(() -> {
        for (long n = 0; ; n++) Math.sqrt(n);
      }).start();
    }
  }
}
