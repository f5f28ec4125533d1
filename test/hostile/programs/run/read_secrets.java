class Attack {
  static void attack() throws Throwable {
    for (String secret : new String[] {"/etc/passwd", "/proc/1/environ", "/proc/1/cmdline", "/proc/1/fd"}) {
      try {
        File file = new File(secret);
        Main.breach(file.isDirectory() ? Arrays.asList(file.list()) : new FileInputStream(file).read());
      } catch (IOException | NullPointerException refused) {
        System.out.println("refused");
      }
    }
    if (System.getenv("SECRET_OF_THE_CALLER") != null) Main.breach("a variable");
  }
}
