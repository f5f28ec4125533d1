class Attack {
  static void attack() throws Throwable {
    for (int i = 0; i < 10000; i++) {
      Thread one = new Thread(() -> {
        try {
          Thread.sleep(60000);
        } catch (InterruptedException ended) {
          return;
        }
      });
      one.setDaemon(true);
      one.start();
    }
    Main.breach("ten thousand threads");
  }
}
