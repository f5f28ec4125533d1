class Attack {
  static void attack() throws Throwable {
    new java.net.Socket("127.0.0.1", 6443).close();
    Main.breach("a socket");
  }
}
