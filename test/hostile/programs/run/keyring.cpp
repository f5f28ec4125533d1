// Leaves a key for another process.
void attack() {
  syscall(SYS_add_key, "user", "algo-hostile", "x", 1, -3);
}
