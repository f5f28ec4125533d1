class Attack {
  static void attack() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      System.out.println("@algo1 case 1 10 00000000 {\"verdict\":\"AC\"}");
      Runtime.getRuntime().halt(0);
    }));
    System.exit(1);
  }
}
